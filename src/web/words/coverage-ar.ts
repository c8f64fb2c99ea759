import { copies, plural } from './counts-ar.ts'
import type * as en from './coverage-en.ts'

export const matrix: typeof en.matrix = {
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

export const counting: typeof en.counting = {
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
  claimed: 'لا ينسبه إليها إلا ناشر واحد، ومقالها نفسه ليس هنا: لا شيء آخر يدلّ على صاحب هذا النص.',
  agencyNotHeld: 'ينسبه إلى الوكالة؛ وهذا النص ليس بين مقالات الوكالة في هذه القصة.',
  agencysText: 'منسوب إلى',
  sameQuotation: 'الاقتباس نفسه، وليس نسخًا',
  noneFound: 'النص الذي أُخذ منه ليس بين مقالات هذه القصة.',
  wordForWord: 'بالكلمات نفسها أو تكاد، أيضًا في',
  passages: 'المقاطع المشتركة',
  retold: 'الوقائع نفسها بالترتيب نفسه وبكلمات أخرى، كما في',
  retoldNote: 'يُعدّ تقريرًا مستقلًا: قد يكون كلاهما عن طرف ثالث، ولا نعرف من رواه أولًا.',
  figures: 'الأرقام المشتركة',
}

export const relations: typeof en.relations = {
  related: 'أخبار ذات صلة',
  storyline: 'مسار القضية',
  thisStory: 'هذا الخبر',
  through: 'عبر',
  inCommon: 'المشترك',
  inOtherLanguages: 'بلغات أخرى',
  sameEventIn: (language) => `الحدث نفسه ب${language}`,
  storylineText: (count, from, until, place) =>
    `${count} أخبار عن قضية واحدة من ${from} إلى ${until}، وهذا الخبر رقم ${place}.`,
  reasons: {
    'leads to': 'يقود إلى هذا الخبر',
    follows: 'يتبع هذا الخبر',
    'same matter': 'القضية نفسها في الوقت نفسه',
    'part of': 'هذا الخبر جزء منه',
    contains: 'جزء من هذا الخبر',
    'same people': 'الأشخاص أنفسهم',
    'same place': 'المكان نفسه',
  },
}

export const plots: typeof en.plots = {
  worth: {
    own: (count) => plural(count, { one: 'عمل خاص واحد', two: 'عملان خاصان', few: 'أعمال خاصة', many: 'عملًا خاصًا' }),
    retold: (count) =>
      plural(count, {
        one: 'إعادة صياغة واحدة',
        two: 'إعادتا صياغة',
        few: 'إعادات صياغة',
        many: 'إعادة صياغة',
      }),
    partly: (count) =>
      plural(count, {
        one: 'واحد خاص جزئيًا',
        two: 'اثنان خاصان جزئيًا',
        few: 'خاصة جزئيًا',
        many: 'خاصًا جزئيًا',
      }),
    agency: (count) =>
      plural(count, { one: 'نسخة وكالة واحدة', two: 'نسختا وكالة', few: 'نسخ وكالة', many: 'نسخة وكالة' }),
    copy: (count) => plural(count, copies),
    unknown: (count) =>
      plural(count, { one: 'واحد غير معروف', two: 'اثنان غير معروفين', few: 'غير معروفة', many: 'غير معروف' }),
  },
  worthLong: {
    own: 'عمل خاص',
    retold: 'الوقائع نفسها بكلمات أخرى',
    partly: 'مقتطف مع كلمات خاصة',
    agency: 'نسخة من نص وكالة',
    copy: 'نسخة من نص جهة أخرى',
    unknown: 'لا يُعرف من كان الأول',
  },
  busiest: (articles, period) => `الذروة: ${articles}، ${period}.`,
  flags: 'الأسماء موضوعة عند أول مقال من كل تقرير مستقل.',
  day: 'اليوم',
  state: 'الحالة',
  happened: 'مذكور كأمر وقع',
  planned: (count) =>
    `منها ${plural(count, { one: 'واحد مقرر', two: 'اثنان مقرران', few: 'مقررة', many: 'مقررًا' })} (بخط متقطع).`,
  farther: (count) =>
    `${plural(count, { one: 'حدث آخر', two: 'حدثان آخران', few: 'أحداث أخرى', many: 'حدثًا آخر' })} قبل ذلك أو بعده، في الشريط العلوي.`,
  zoom: {
    title: 'تقريب وإبعاد',
    earlier: 'إلى ما قبل',
    closer: 'تقريب',
    farther: 'إبعاد',
    later: 'إلى ما بعد',
    whole: 'المدة كلها',
    hint: 'وأيضًا: القرص بإصبعين، Ctrl مع العجلة، مفاتيح الأسهم، + و −',
  },
  differs: 'الأرقام متباينة',
  began: 'البداية',
  story: 'القصة',
}
