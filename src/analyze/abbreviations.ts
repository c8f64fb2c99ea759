const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Titles before a name: their full stop never ends a sentence. */
export const titleAbbreviations = words(
  'mr mrs ms mx dr prof rev hon gov sen rep gen lt col sgt capt maj cpl cmdr adm brig pres supt det insp sir st messrs mme mlle fr atty asst mt ft pvt spc vice-adm maj-gen lt-col',
)

/** Abbreviations that may also be the last word of a sentence: the next word decides. */
export const softAbbreviations = words(
  'etc inc ltd co corp jr sr a.m p.m u.s u.k u.n e.u d.c plc llc ph.d m.d al u.s.a jnr snr esq bros',
)

/** Abbreviations that hardly ever end a sentence. */
export const abbreviations = words(`
  vs v ph.d m.d b.a m.a dept est approx nos vol vols pp p fig figs e.g i.e cf ca viz cit op ext min max avg tel ed eds trans repr
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no
  ave blvd rd hwy ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
  n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo
  art bd env m z.b d.h u.a bzw ca.a usw sra sr.a dra ud uds núm pág av c.-à-d p.ex`)

/** Abbreviations that are also common words: only a number after them says that they are short for something. */
export const wordLikeAbbreviations = words(
  'no mar sun sat may fig art p m v ed min max miss mass ill ind la mo ore wash mon',
)

/** Words that begin sentences far more often than they go on a name. */
export const sentenceStarters = words(`
  the a an he she it they we i you his her its their our my this that these those there but and so in on at for as if
  when while after before however meanwhile mr mrs ms dr what who why how where no yes
  le la les il elle ils elles un une des ce cette mais et der die das er sie es ein eine el los las`)

/** What may follow `p.m.` within the sentence though it has a capital: days, months, zones. */
export const afterClock = words(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December GMT BST UTC ET EST EDT CET Eastern Central Pacific Mountain Greenwich Moscow Kyiv London Beijing Tokyo Paris',
)
