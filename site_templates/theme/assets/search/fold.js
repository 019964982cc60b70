/* Texts reduced to what a reader types, as the index has them: `S²FT` is `s2ft`, `Müller` `muller`.
   The generator does the same (engine/search/folding.py). */

const PLAIN = {
  ß: "ss", æ: "ae", ð: "d", ø: "o", þ: "th", đ: "d", ħ: "h", ı: "i", ł: "l", œ: "oe",
};

export function foldText(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[ßæðøþđħıłœ]/g, (letter) => PLAIN[letter])
    .normalize("NFD").replace(/\p{M}/gu, "");
}

export function splitWords(text) {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) || [];
}

/* A folded word without the signs in and around it; the index keeps low lines. */
export function bare(word) {
  return word.replace(/[^\p{L}\p{N}_]/gu, "");
}

export function foldKey(text) {
  return splitWords(text).join("");
}

/* CRC-32: https://www.rfc-editor.org/rfc/rfc1952 */
export function numberOf(key) {
  let sum = -1;
  for (const byte of new TextEncoder().encode(key)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/* Whether a word of a text is one that was asked for: the index looks for stems and beginnings. */
export function isFound(word, asked) {
  return asked.some((one) => word.startsWith(one) || stem(word).startsWith(stem(one)));
}

function stem(word) {
  return word.replace(/(?<=\p{L}{3})(?:e?s|ed|ing|ly|e|y|ies|i)$/u, "");
}
