import { foldWord } from './ask-words.ts'

const english = `a about above after again against ago all almost also although always am among an and any anyone anything are as at away be
became because become been before being below between both but by can cannot could d did didnt do does doesnt doing dont done down
during each either else even ever every exactly few for from further get got had has hasnt have havent having he her here hers herself him
himself his how however i if im in into is isnt it its itself just least less let like ll made make many may maybe me might mine more
most much must my myself neither no nor not now of off often on once one only onto or other our ours out over own per please quite
rather re really s same shall she should since so some still such t than that thats the their theirs them themselves then there these
they this those though through thus to too toward towards under until up upon us ve very via was wasnt we well went were werent what whats when
where whether which while who whom whos whose why will with within without wont would yet you your yours yourself happen happened
happens happening going anybody somebody someone something regarding concerning according tell know said say saying says told true actual actually
long old far name called latest news exact current currently recent recently later earlier come came take took taken place`

const french = `a à ai au aucun aussi autre autres aux avait avec avoir ce cela celle celui ces cet cette ceux chez combien comme comment dans
de des deux dit donc dont du elle elles en encore entre est et été être eu eux fait il ils je la le les leur leurs lors lui mais même mes
moi mon ne nos notre nous on ont ou où par parce pas pendant peu plus pour pourquoi quand que quel quelle quelles quels qu qui quoi sa
sans se selon ses si son sont sous sur ta te tes toi ton tous tout toute très tu un une vos votre vous y propos sujet t-il t-elle ils avoir dire déclaré affirmé est-ce`

const arabic = `أن إن أو أي أنه أنها إلى إذا التي الذي الذين بعد بعض بل بين به بها تلك ثم حتى حول حيث خلال ذلك سوف عبر عن عند عندما على عليه
عليها غير فإن في فيه فيها قال قالت قبل قد كان كانت كل كما لا لدى لقد لكن لم لن له لها لو ليس ما مع من منذ منه منها هذا هذه هم هنا هناك هو هي
يكون متى أين اين كم لماذا كيف هل ماذا بشأن عدد سيتم ستكون تم سيكون صرح صرحت وهل ومتى وأين عام يوم`

/** English, French and Arabic words that carry no meaning in a question, folded. */
export const smallWords: ReadonlySet<string> = new Set(`${english} ${french} ${arabic}`.split(/\s+/).map(foldWord))

/** Pronouns that refer to something mentioned earlier. */
export const backPronouns: ReadonlySet<string> = new Set(
  'he she they him her them his hers their theirs it its this that these those there then il elle ils elles lui leur leurs celui-ci cela هو هي هم هذا هذه ذلك'
    .split(' ')
    .map(foldWord),
)
