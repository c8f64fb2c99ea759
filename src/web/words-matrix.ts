import type { CoveragePoint, Unknown } from '../core/coverage.ts'
import type { InterfaceLanguage } from './reader.ts'

/** The words around which outlet carries which point, and around the words outlets chose, in English. */
const en = {
  title: 'Who carries which point',
  note: 'The main points of the story, word for word. An outlet is said to leave a point out only when its whole text, published an hour or more after the point was first told, has nothing like it.',
  point: 'Point',
  table: 'Points and outlets, from point',
  kinds: {
    sentence: '',
    figure: 'figure',
    quotation: 'quotation',
    commitment: 'promise',
  } as Readonly<Record<CoveragePoint['of'], string>>,
  carries: 'carries it, paragraph',
  leftOut: 'left out',
  earlier: 'published before it was known',
  notKnown: 'not known',
  why: {
    incomplete: 'its text is not held whole',
    short: 'its text is short',
    'other-kind': 'it is no news article',
    'other-language': 'it is in another language',
    similar: 'it may say so in other words',
    unverified: 'its passage no longer holds',
  } as Readonly<Record<Unknown, string>>,
  onlyHere: 'only here',
  onlyHereNote: 'one independent report has it; the other texts held whole do not',
  leftOutBy: 'left out by',
  carriedBy: 'carried by',
  earlierBy: 'published before:',
  notKnownOf: 'not known of',
  legendCarries: 'carries it: opens the sentence',
  choices: 'In other words',
  choicesNote:
    'Passages that are alike but for one word: who says which, side by side. Nothing is said about which word is better.',
  inHeadline: 'headline',
  /** Above the list of articles, where the points have a table of their own. */
  articlesNote: 'How much of each article’s text is its own, and why it is here.',
  first: 'first:',
}

export type MatrixWords = typeof en

const fr: MatrixWords = {
  title: 'Qui rapporte quel point',
  note: 'Les points principaux de l’histoire, mot pour mot. Un média n’est dit omettre un point que si son texte entier, publié une heure au moins après que le point a été connu, n’a rien de semblable.',
  point: 'Point',
  table: 'Points et médias, à partir du point',
  kinds: { sentence: '', figure: 'chiffre', quotation: 'citation', commitment: 'promesse' },
  carries: 'le rapporte, paragraphe',
  leftOut: 'omis',
  earlier: 'publié avant qu’il soit connu',
  notKnown: 'inconnu',
  why: {
    incomplete: 'son texte n’est pas entier ici',
    short: 'son texte est court',
    'other-kind': 'ce n’est pas un article d’actualité',
    'other-language': 'il est dans une autre langue',
    similar: 'il le dit peut-être autrement',
    unverified: 'son passage ne tient plus',
  },
  onlyHere: 'ici seulement',
  onlyHereNote: 'un seul récit indépendant l’a ; les autres textes entiers ne l’ont pas',
  leftOutBy: 'omis par',
  carriedBy: 'rapporté par',
  earlierBy: 'publiés avant :',
  notKnownOf: 'inconnu pour',
  legendCarries: 'le rapporte : ouvre la phrase',
  choices: 'En d’autres mots',
  choicesNote:
    'Des passages semblables à un mot près : qui dit lequel, côte à côte. Rien n’est dit de celui qui conviendrait mieux.',
  inHeadline: 'titre',
  articlesNote: 'Quelle part du texte de chaque article lui est propre, et pourquoi il est ici.',
  first: 'd’abord :',
}

const ar: MatrixWords = {
  title: 'من ينقل أي نقطة',
  note: 'النقاط الرئيسية في القصة حرفيا. لا يقال إن جهة أغفلت نقطة إلا إذا كان نصها الكامل، المنشور بعد ساعة على الأقل من أول ذكر للنقطة، خاليا مما يشبهها.',
  point: 'النقطة',
  table: 'النقاط والجهات، ابتداء من النقطة',
  kinds: { sentence: '', figure: 'رقم', quotation: 'اقتباس', commitment: 'وعد' },
  carries: 'تنقلها، الفقرة',
  leftOut: 'أغفلتها',
  earlier: 'نُشر قبل أن تُعرف',
  notKnown: 'غير معلوم',
  why: {
    incomplete: 'نصها ليس كاملا لدينا',
    short: 'نصها قصير',
    'other-kind': 'ليس مقالا إخباريا',
    'other-language': 'بلغة أخرى',
    similar: 'ربما قالتها بكلمات أخرى',
    unverified: 'لم يعد المقطع صحيحا',
  },
  onlyHere: 'هنا فقط',
  onlyHereNote: 'في تقرير مستقل واحد، ولا توجد في النصوص الكاملة الأخرى',
  leftOutBy: 'أغفلتها',
  carriedBy: 'نقلتها',
  earlierBy: 'نشرت قبلها:',
  notKnownOf: 'غير معلوم عن',
  legendCarries: 'تنقلها: يفتح الجملة',
  choices: 'بكلمات أخرى',
  choicesNote: 'مقاطع متشابهة إلا في كلمة واحدة: من يقول ماذا، جنبا إلى جنب. ولا يقال أي الكلمتين أصح.',
  inHeadline: 'العنوان',
  articlesNote: 'كم من نص كل مقال خاص به، ولماذا هو هنا.',
  first: 'أولا:',
}

/** The words around the matrix of points and outlets and around chosen words, by language. */
export const matrixWords: Readonly<Record<InterfaceLanguage, MatrixWords>> = { en, fr, ar }
