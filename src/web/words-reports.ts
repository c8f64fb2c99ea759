import type { InterfaceLanguage } from './reader.ts'

/** The words around how reports are counted, in English. Names stand after a label, so that no sentence bends around them. */
const en = {
  title: 'How the reports are counted',
  note: 'Articles that carry one text count once. Open a report to see its articles and the sentences they share.',
  /** Before the number of articles of a report: one that all others stem from. */
  because: {
    credit: 'A credit line, a byline or the feed names it; its text counts once, whoever prints it.',
    time: 'The earliest article we saw with this text; the others carry it too.',
    alone: 'No other outlet here carries this text.',
    undecided: 'One text stands in several articles; neither a credit line nor the time tells who had it first.',
  },
  sameOwner: 'One owner, counted once though each wrote its own:',
  partlyOwn: 'Takes passages over, but half of its words and more are its own: a report of its own.',
  takenOver: 'Takes passages over and counts with the report they are from.',
  agencyNotHeld: 'Names the agency, whose own text is not among the articles of this story.',
  agencysText: 'the agency’s text, by the credit line:',
  sameQuotation: 'the same quotation, which is no copying',
  noneFound: 'The text it was taken from is not among the articles of this story.',
  /** Before the outlet in which the same sentences stand. */
  wordForWord: 'Word for word, or nearly, also in',
  passages: 'Passages in common',
  retold: 'Same facts in the same order, in other words, as',
  retoldNote: 'Counted as a report of its own: both may have it from a third, and we do not know who told it first.',
  figures: 'Figures in common',
}

export type ReportWords = typeof en

const fr: ReportWords = {
  title: 'Comment les comptes rendus sont comptés',
  note: 'Les articles qui portent un même texte comptent une fois. Ouvrez un compte rendu pour voir ses articles et les phrases communes.',
  because: {
    credit: 'Une mention, une signature ou le flux la nomme ; son texte compte une fois, quel que soit le journal.',
    time: 'Le premier article que nous ayons vu avec ce texte ; les autres le portent aussi.',
    alone: 'Aucun autre média ici ne porte ce texte.',
    undecided: 'Un même texte est dans plusieurs articles ; ni mention ni heure ne dit qui l’a eu le premier.',
  },
  sameOwner: 'Un seul propriétaire, compté une fois bien que chacun ait écrit le sien :',
  partlyOwn: 'Reprend des passages, mais au moins la moitié des mots sont les siens : un compte rendu à part.',
  takenOver: 'Reprend des passages et compte avec le compte rendu dont ils viennent.',
  agencyNotHeld: 'Nomme l’agence, dont le texte même n’est pas parmi les articles de ce sujet.',
  agencysText: 'le texte de l’agence, d’après la mention :',
  sameQuotation: 'la même citation, ce qui n’est pas copier',
  noneFound: 'Le texte d’origine n’est pas parmi les articles de ce sujet.',
  wordForWord: 'Mot pour mot, ou presque, aussi dans',
  passages: 'Passages communs',
  retold: 'Les mêmes faits dans le même ordre, en d’autres mots, que',
  retoldNote:
    'Compté comme un compte rendu à part : les deux peuvent le tenir d’un tiers, et nous ignorons qui l’a dit le premier.',
  figures: 'Chiffres communs',
}

const ar: ReportWords = {
  title: 'كيف تُعدّ التقارير',
  note: 'المقالات التي تحمل نصًا واحدًا تُعدّ مرة واحدة. افتح تقريرًا لترى مقالاته والجمل المشتركة بينها.',
  because: {
    credit: 'يذكرها سطر المصدر أو التوقيع أو الخلاصة؛ ونصّها يُعدّ مرة واحدة أيًّا كان ناشره.',
    time: 'أول مقال رأيناه بهذا النص؛ والمقالات الأخرى تحمله أيضًا.',
    alone: 'لا تحمل هذا النص هنا جهة أخرى.',
    undecided: 'يرد نص واحد في عدة مقالات، ولا يدلّ سطر المصدر ولا الوقت على من سبق إليه.',
  },
  sameOwner: 'مالك واحد، يُعدّ مرة واحدة وإن كتب كلٌّ نصّه:',
  partlyOwn: 'يأخذ مقاطع من غيره، لكن نصف كلماته أو أكثر له: تقرير مستقل.',
  takenOver: 'يأخذ مقاطع ويُعدّ مع التقرير الذي أُخذت منه.',
  agencyNotHeld: 'يذكر الوكالة، ونصّها نفسه ليس بين مقالات هذه القصة.',
  agencysText: 'نص الوكالة، بحسب سطر المصدر:',
  sameQuotation: 'الاقتباس نفسه، وليس نسخًا',
  noneFound: 'النص الذي أُخذ منه ليس بين مقالات هذه القصة.',
  wordForWord: 'بالكلمات نفسها أو تكاد، أيضًا في',
  passages: 'المقاطع المشتركة',
  retold: 'الوقائع نفسها بالترتيب نفسه وبكلمات أخرى، كما في',
  retoldNote: 'يُعدّ تقريرًا مستقلًا: قد يكون كلاهما عن طرف ثالث، ولا نعرف من رواه أولًا.',
  figures: 'الأرقام المشتركة',
}

/** The words around how reports are counted, by language. */
export const reportWords: Readonly<Record<InterfaceLanguage, ReportWords>> = { en, fr, ar }
