const english = `a about above after again against all almost also although always am among an and any are aren't around as at
be became because become been before being below between both but by can can't cannot could couldn't did didn't do does doesn't
doing don't down during each either else even ever every few for from further get got had hadn't has hasn't have haven't having he
he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just
least less let let's like made make many may me might more most mr mrs ms much must my myself neither no nor not now of off often
on once one only onto or other our ours ourselves out over own per quite rather said same say says saying she she'd she'll she's
should shouldn't since so some still such than that that's the their theirs them themselves then there there's these they they'd
they'll they're they've this those though through to told too toward towards under until up upon us very was wasn't we we'd we'll
we're we've were weren't what what's when where whether which while who who's whom whose why will with within without won't would
wouldn't yet you you'd you'll you're you've your yours yourself`

const french = `à ai au aucun aussi autre autres aux avait avec avoir c'est ce cela celle celui ces cet cette ceux chez comme d'un
d'une dans de des deux donc dont du elle elles en encore entre est et était été être eu eux fait il ils je jusque l'on la le les
leur leurs lors lui mais même mes moi mon n'a n'est ne nos notre nous on ont ou où par parce pas pendant peu plus pour qu'il qu'elle
quand que quel quelle qui s'est sa sans se selon ses si son sont sous sur ta te tes toi ton tous tout toute très tu un une vos votre
vous y`

const arabic = `أن إن أو أي أنه أنها إلى إذا التي الذي الذين اللتين اللذان بعد بعض بل بين به بها تلك ثم حتى حول حيث خلال ذلك
سوف عبر عن عند عندما على عليه عليها غير فإن في فيه فيها قال قالت قبل قد كان كانت كل كما لا لدى لقد لكن لم لن له لها لو ليس ما مع من
منذ منه منها هذا هذه هم هنا هناك هو هي وأن وإن وفي وقال وقالت وقد وكان وكانت ولا ولم ومن وهو وهي يكون`

/** Words too common to distinguish two sentences: English, French and Arabic function words, lower case. */
export const stopWords: ReadonlySet<string> = new Set(`${english} ${french} ${arabic}`.split(/\s+/))
