"""One reader a format, each in a module of its own; `registry` names them all."""
