"""Words that say little of what a paper is about, folded as texts are.

Of three kinds. `FUNCTION` words hold a sentence together. `EMPTY` words are manners of abstracts
("propose", "novel", "significantly"). `GENERIC` words say something only beside another ("reward
model", "data mixing"). Found by looking at what made unrelated papers of real digests look alike.
"""

from generator.curation.phrases import fold_word


def _fold(words: str) -> frozenset[str]:
    return frozenset(map(fold_word, words.split()))


def _inflect(words: str) -> frozenset[str]:
    """Give words with the forms that verbs among them may take: "propose", "proposing"."""
    stems = [(word, word.removesuffix("e")) for word in words.split()]
    forms = (f"{word} {stem}ed {stem}ing" for word, stem in stems)
    return _fold(" ".join(forms))


FUNCTION = _fold("""
    a about above across after against al all along already also although always am among amongst
    an and another any are around as at be because been before being below beneath besides between
    both but by can cannot could did do does doing done down due during each either else et etc
    even ever every few for from further had has have having he her here him his how however i if
    in indeed instead into is it its itself just least less let like many may me meanwhile might
    more most much must my neither no nor not now of off often on once one only onto or other
    others otherwise our out over own per quite rather s same several shall she should since so
    some such t than that the their them themselves then there thereby therefore these they this
    those though through throughout thus to together too toward towards under until up upon us very
    via was we were what when where whereas whether which while who whole whom whose why will with
    within without would yet you your
    """)

GENERIC = _fold("""
    access agnostic ai algorithm analysis answer approximate architecture artificial assistant
    automated automatic automatically batch benchmark box chain character chat chatgpt class
    classification computation computational compute computer content context conversation corpora
    corpus cutting data database dataset decoder deployment device domain dynamic edge embedded
    encoder engine environment equation error evaluate evaluated evaluating evaluation execution
    external feed function functional generate generated generation generator global gpt grained
    history human independent industry inference information inner input instruction intelligence
    intelligent interaction interface internal iteration iterative knowledge label language large
    layer learn learned learner learning length linear list llm lm local long loss low machine
    mapping ml model modeling modelled multi natural network neural nlp node non number object
    offline online open operation operator order output pair parallel pattern performing pool
    position pre precision prediction pretrained product quality question random ranked ratio re
    representation resourced sample score segment self semi sentence sequence sequential series
    service shared short shot signal slow small software space speed stack state structural
    structure structured style subtask supervised system target task test text textual time token
    train trainable trained training transfer transformer unit unsupervised update user value
    weight width window word
    """)

EMPTY = (
    _inflect("""
    ability able absence academia accelerate accessible accomplish according account accuracy
    accurate accurately achieve achievement achieving acquire acquisition active actively activity
    adapt adaptability additional additionally address adopt advance advanced advancement advantage
    affect aforementioned aim allow almost alone alternative amount analyse analyze annotate
    annotated appealing appear applicability applicable application apply approach appropriate
    approximately arbitrary area argue arise art aspect assess assessment associated assume
    assumption attain attempt attract attribute availability available avenue average avoid aware
    background balance base based baseline basis become behave behind belief beneficial benefit
    best better beyond big billion bottleneck breakthrough brief briefly bring broad broader
    broadly brought build building built call candidate capability capable capture careful
    carefully carry case categorize category cause central centric certain challenge challenging
    change characteristic characterize check choice choose clear clearly close closely codebase
    coherent collaboration collaborative collect collection come common commonly community company
    comparable comparative compare comparison compatible compelling competitive complete completely
    complex complexity component compose comprehensive comprehensively comprise computationally
    concept concern conclude conclusion concrete conduct configuration connection consequently
    consider considerable considerably consist consistent consistently constitute construct
    construction contain contemporary contribute contribution convenient conventional core correct
    correctly correspond corresponding cost costly count counterpart country cover craft create
    creation critical crucial curate current currently daily date deal decade decompose decrease
    deep defined definition degradation degrade degree deliver delve demand demonstrate
    demonstrated demonstration depend dependent depth derive describe description design desirable
    desire despite detail detailed determine develop developer development differ difference
    different difficult difficulty dimension diminish direct direction directly discover
    discrepancy discuss discussion display distinct diverse divide downstream dramatically draw
    drawback drive driven drop early ease easily easy effect effective effectively effectiveness
    efficacy efficiency efficient efficiently effort eight elaborate elicit elusive emerge
    emergence emerging emphasize empirical empirically employ empower enable encompass encounter
    encourage end endeavor endow enhance enhancement ensure entire entirely equally equip
    equivalent era especially essential essentially establish estimate evidence evolution evolve
    evolving examine example exceed excel excellent exceptional exclusively exhibit exist existence
    existing expand expect expensive experience experiment experimental experimentally explain
    explicit explicitly exploit exploration explore expose extend extension extensive extensively
    extent extra extract extremely face facilitate fact factor fail fair fairly fall family far
    fast faster favor favorable feasible feature fewer field fill final finally find finding fine
    first five fix flexibility flexible fluctuate focus follow form formalize formulate formulation
    foster found foundation four framework free frequently friendly frontier full fully fundamental
    fundamentally furnish furthermore future gain gap gb general generalize generally get give
    given go goal good gradually great greater greatly group grow growing growth guide guideline
    half hand handle hard help hence high higher highlight highly hinder hold holistic hope huge
    hundred hurdle idea ideal identify illustrate imbalance impact implement implementation
    implication implicit implicitly importance important importantly impose impressive improve
    improvement inadequate include incorporate increase increasing increasingly incur indicate
    individual inefficient inform informative inherent initial initially innovation innovative
    insight inspire instance insufficient intact integral integrate integration intend intensive
    interact interest interesting interpretation intersection intricate intrinsic introduce
    introduction intuition intuitive invaluable investigate investigation invoke involve issue
    joint jointly key kind know known lack landscape largely largest last late later latest latter
    lead leading leave led level leverage lie light likely limit limitation limited line literature
    little located longer look loop lot lower made magnitude main mainly mainstream maintain major
    majority make making manage manner manual margin marginal massive match maximize maximum mean
    meaningful means measure mechanism meet mention mere merely merit method methodology metric
    million mine minimal minimize minimum minor mitigate mitigation modern modest modify module
    moreover motivate motivated multiple naive name namely nature navigate near nearly necessary
    necessitate necessity need nevertheless new newly next notable notably note notion novel nuance
    nuanced numerous objective observation observe obtain obtained obvious occur offer old ongoing
    opensource operate opportunity optimal optimize optimum option ordinary organize orient
    oriented original originally outcome outline outperform outstanding overall overcome overhead
    overlook overview pace paper paradigm paradigmatic parameter part partial particular
    particularly past pave people percent perfect perform performance period perspective pertinent
    phase phenomenon pipeline pivotal place platform play plug point poor popular popularity pose
    positive possess possibility possible post potential potentially power powerful practical
    practically practice practitioner precise precisely predefine predominantly prefer preferred
    preliminary presence present presented preserve pressing prevailing prevalent previous
    previously primarily primary principle prior probably problem problematic procedure proceed
    process produce profound progress prohibitive prohibitively project prominent promise promising
    promote proper propose proposed prove proven provide public publication publicly publish
    purpose pursue put quantity quick quickly raise range rapid rapidly rare rarely rate reach
    readily real reality realize realm reason reasonable receipt receive recent recently recognize
    reduce reduction refer reflect regard regarding regardless region relate related relationship
    relative relatively release relevant reliability reliable reliably reliance rely remain
    remainder remarkable remarkably remove render repetitive replace report repository represent
    representative reproduce require required requirement research researcher resource respect
    respectively respond response rest restrict result retain reveal review revisit revolutionize
    rich richness rigorous rise roadmap robust robustly role roughly rule run sacrifice
    satisfactory satisfy save scalability scalable scale scenario scheme scope scratch seamless
    seamlessly second section sector seek seem select sensitive separate serious seriously set
    setting setup severe severely shape share shed shortcoming show showcase shown side
    significance significant significantly similar similarly simple simplicity simply
    simultaneously single situation six size slight slightly smaller society solely solid solution
    solve something sometimes sophisticated sota source spanning special specialized specific
    specifically stage stand standard standardize standardized start static statistically stem step
    still straightforward strategy strength strengthen strict strides strive strong stronger
    strongly struggle study sub subject submission subsequent subsequently subset substantial
    substantially substantiate succeed success successful successfully suffer sufficient suggest
    suit suitable suited summarize summary superb superior superiority support surge surpass
    surprising surprisingly survey systematic systematically tackle tailor tailored take taxonomy
    technical technique technology tend tendency term testament thirty thorough thoroughly thousand
    three throughput today top topic total tractable tradeoff traditional traditionally tremendous
    trend trillion true truly try turn two type typical typically ultimately unable unclear uncover
    underexplored undergo underlie underlying underscore understand understood undertake unexplored
    unified unify unique universal unlike unlock unprecedented unseen untapped unveil upcoming
    usage use used useful usefulness using usual usually utility utilization utilize valid validate
    validation valuable vanilla variability variable variant variation variety various vary vast
    verify versatile versatility version versus viable view vital volume vs want way weak weakness
    well wide widely widespread work works world worse worst worth year yield zero
    """)
    - FUNCTION
    - GENERIC
)
