import type { InterfaceLanguage } from './reader.ts'

export type Explanation = { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }

/** How the product counts, judges and labels, in plain words: the page every figure links to. */
const en: readonly Explanation[] = [
  {
    id: 'independence',
    title: 'Independent reports',
    paragraphs: [
      'Twenty outlets can carry one report. Articles whose sentences stand word for word in another article belong to one group, and a group counts once, however many outlets print it. A story with 27 articles and 4 independent reports was reported four times and copied 23 times.',
      'Who had it first is known from a credit line (“by an agency”), or else from the earliest time we saw. When neither tells, the page says that it is not known.',
      'Sharing a quotation is not copying: two reporters in one room write down the same words. Outlets of one owner are not counted as independent of each other.',
      '“Own” is the share of an article’s words that stand in no earlier article of the story. Every story shows its reports one by one, with the sentences that its articles share and a link to both places.',
      'Some articles tell the same facts with the same figures in the same order, in other words. Those are marked. They still count: both may have it from a third, and we do not know who told it first.',
    ],
  },
  {
    id: 'citations',
    title: 'Citations',
    paragraphs: [
      'Every statement on a story page names the sentence it came from: the outlet and the number of the paragraph (¶). The link opens that sentence in its paragraph.',
      'Before a page is written, each citation is compared letter by letter with the stored text. A statement whose citation does not hold is left out, and the page says how many were.',
      'An article that changes becomes a new revision. The old one is kept, so that a citation keeps saying what it said.',
    ],
  },
  {
    id: 'differences',
    title: 'Where accounts differ',
    paragraphs: [
      'Two statements are set side by side only where a reporter’s own sentence says that they differ, or where the same figure is given differently for the same time. That sentence is cited too.',
      'There is no verdict: both are shown, with who said them. A number that grows from hour to hour is an update, not a difference.',
    ],
  },
  {
    id: 'confidence',
    title: 'How sure we are of a speaker',
    paragraphs: [
      'A quotation is shown only as it stands in the text. Who said it is found by a pattern: a name after the words, a name before them, a pronoun, and so on. Each pattern was tested on labeled articles, and its share of right answers is shown under “how we know”.',
      'Below 60% the page says “probably”. When nobody is named, the quotation stays unattributed.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates and incomplete texts',
    paragraphs: [
      'A date worked out from words such as “on Friday” stands beside those words.',
      'Pages behind a paywall, live pages, videos, index pages and texts whose beginning is missing are labeled as such and are not summarized as articles.',
    ],
  },
  {
    id: 'privacy',
    title: 'What leaves this machine',
    paragraphs: [
      'The server asks outlets for their feeds and pages, and nobody else for anything. Your browser asks only this server: no picture, font or script comes from elsewhere. What you read is kept here.',
    ],
  },
]

const fr: readonly Explanation[] = [
  {
    id: 'independence',
    title: 'Comptes rendus indépendants',
    paragraphs: [
      'Vingt titres peuvent publier un seul compte rendu. Les articles dont les phrases se retrouvent mot pour mot dans un autre forment un groupe, et un groupe compte une fois, quel que soit le nombre de titres qui le publient. Un sujet de 27 articles et 4 comptes rendus indépendants a été rapporté quatre fois et copié 23 fois.',
      'On sait qui l’a eu en premier par une mention (« avec une agence »), sinon par l’heure la plus ancienne que nous ayons vue. Quand rien ne le dit, la page indique qu’on ne le sait pas.',
      'Partager une citation n’est pas copier : deux journalistes dans une même salle notent les mêmes mots. Les titres d’un même propriétaire ne sont pas comptés comme indépendants les uns des autres.',
      'La part « propre » est celle des mots d’un article qui ne figurent dans aucun article antérieur du sujet. Chaque sujet montre ses comptes rendus un par un, avec les phrases que leurs articles partagent et un lien vers les deux endroits.',
      'Certains articles disent les mêmes faits, avec les mêmes chiffres et dans le même ordre, en d’autres mots. Ils sont signalés. Ils comptent toujours : les deux peuvent le tenir d’un tiers, et nous ignorons qui l’a dit le premier.',
    ],
  },
  {
    id: 'citations',
    title: 'Références',
    paragraphs: [
      'Chaque affirmation d’un sujet nomme la phrase dont elle vient : le titre et le numéro du paragraphe (¶). Le lien ouvre cette phrase dans son paragraphe.',
      'Avant d’écrire une page, chaque référence est comparée lettre à lettre au texte conservé. Une affirmation dont la référence ne tient pas est écartée, et la page dit combien l’ont été.',
      'Un article modifié devient une nouvelle révision. L’ancienne est gardée : une référence continue de dire ce qu’elle disait.',
    ],
  },
  {
    id: 'differences',
    title: 'Là où les récits divergent',
    paragraphs: [
      'Deux affirmations ne sont mises côte à côte que si la phrase d’un journaliste dit qu’elles divergent, ou si un même chiffre est donné différemment pour le même moment. Cette phrase est citée elle aussi.',
      'Il n’y a pas de verdict : les deux sont montrées, avec leurs auteurs. Un nombre qui augmente d’heure en heure est une mise à jour, pas une divergence.',
    ],
  },
  {
    id: 'confidence',
    title: 'Notre certitude sur qui parle',
    paragraphs: [
      'Une citation n’est montrée que telle qu’elle figure dans le texte. Son auteur est trouvé par un motif : un nom après les mots, un nom avant, un pronom, etc. Chaque motif a été éprouvé sur des articles annotés, et sa part de bonnes réponses figure sous « comment nous le savons ».',
      'En dessous de 60 %, la page dit « probablement ». Quand personne n’est nommé, la citation reste sans auteur.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates et textes incomplets',
    paragraphs: [
      'Une date déduite de mots comme « vendredi » figure à côté de ces mots.',
      'Les pages payantes, les directs, les vidéos, les sommaires et les textes dont le début manque sont signalés comme tels et ne sont pas résumés comme des articles.',
    ],
  },
  {
    id: 'privacy',
    title: 'Ce qui sort de cette machine',
    paragraphs: [
      'Le serveur demande aux titres leurs flux et leurs pages, et rien à personne d’autre. Votre navigateur ne s’adresse qu’à ce serveur : aucune image, police ni script ne vient d’ailleurs. Ce que vous lisez reste ici.',
    ],
  },
]

const ar: readonly Explanation[] = [
  {
    id: 'independence',
    title: 'التقارير المستقلة',
    paragraphs: [
      'قد تنشر عشرون جهة تقريرًا واحدًا. المقالات التي ترد جملها حرفيًا في مقال آخر تُعدّ مجموعة واحدة، وتُحسب المجموعة مرة واحدة مهما كثر ناشروها. قصة فيها 27 مقالًا و4 تقارير مستقلة نُقلت من مصدرها أربع مرات ونُسخت 23 مرة.',
      'نعرف من كان الأول من سطر الإسناد إلى وكالة، وإلا فمن أقدم وقت رأيناه. وإن لم يتبين ذلك قالت الصفحة إنه غير معروف.',
      'الاشتراك في اقتباس ليس نسخًا: صحفيان في قاعة واحدة يكتبان الكلمات نفسها. والجهات التي يملكها مالك واحد لا تُحسب مستقلة بعضها عن بعض.',
      '«الخاص» هو نصيب كلمات المقال التي لم ترد في أي مقال أقدم من القصة. وتعرض كل قصة تقاريرها واحدًا واحدًا، مع الجمل المشتركة بين مقالاتها ورابط إلى كلا الموضعين.',
      'تروي بعض المقالات الوقائع نفسها بالأرقام نفسها والترتيب نفسه وبكلمات أخرى. نشير إليها، لكنها تبقى محسوبة: قد يكون كلاهما عن طرف ثالث، ولا نعرف من رواه أولًا.',
    ],
  },
  {
    id: 'citations',
    title: 'الإحالات',
    paragraphs: [
      'كل عبارة في صفحة القصة تسمّي الجملة التي جاءت منها: اسم الجهة ورقم الفقرة (¶). ويفتح الرابط تلك الجملة في فقرتها.',
      'قبل كتابة الصفحة تُقارن كل إحالة حرفًا بحرف بالنص المحفوظ. والعبارة التي لا تصح إحالتها تُحذف، وتذكر الصفحة عدد ما حُذف.',
      'المقال الذي يتغير يصير نسخة جديدة، وتبقى القديمة محفوظة، فتظل الإحالة تقول ما قالته.',
    ],
  },
  {
    id: 'differences',
    title: 'مواضع اختلاف الروايات',
    paragraphs: [
      'لا توضع عبارتان جنبًا إلى جنب إلا حيث تقول جملة صحفي إنهما مختلفتان، أو حيث يُذكر الرقم نفسه بقيمتين للوقت نفسه. وتُذكر تلك الجملة أيضًا.',
      'لا حُكم هنا: تُعرض الروايتان مع قائليهما. والرقم الذي يكبر ساعة بعد ساعة تحديث لا اختلاف.',
    ],
  },
  {
    id: 'confidence',
    title: 'مدى تيقننا من القائل',
    paragraphs: [
      'لا يُعرض الاقتباس إلا كما ورد في النص. ويُعرف قائله بنمط: اسم بعد الكلام أو قبله أو ضمير وما شابه. وقد اختُبر كل نمط على مقالات موسومة، وتظهر نسبة صوابه تحت «كيف عرفنا».',
      'دون 60٪ تقول الصفحة «على الأرجح». وإن لم يُسمَّ أحد بقي الاقتباس بلا قائل.',
    ],
  },
  {
    id: 'dates',
    title: 'التواريخ والنصوص الناقصة',
    paragraphs: [
      'التاريخ المستنتج من كلمات مثل «يوم الجمعة» يقف إلى جانب تلك الكلمات.',
      'الصفحات المدفوعة وصفحات التغطية المباشرة والفيديو والفهارس والنصوص الناقصة البداية تُوسم بذلك ولا تُلخَّص كمقالات.',
    ],
  },
  {
    id: 'privacy',
    title: 'ما يخرج من هذا الجهاز',
    paragraphs: [
      'يطلب الخادم من الجهات خلاصاتها وصفحاتها ولا يطلب شيئًا من غيرها. ومتصفحك لا يخاطب إلا هذا الخادم: لا صورة ولا خط ولا نص برمجي من مكان آخر. وما تقرأه يبقى هنا.',
    ],
  },
]

export const explanations: Readonly<Record<InterfaceLanguage, readonly Explanation[]>> = { en, fr, ar }
