import { formsIn, numbersIn } from '../../core/number-forms.ts'
import type { SendingWords } from './sending-en.ts'

const grouped = numbersIn('ar')
const forms = formsIn('ar')

/** رسالة واحدة، رسالتان، ٣ رسائل، ١١ رسالة. */
function messages(count: number): string {
  switch (forms.select(count)) {
    case 'one':
      return 'رسالة واحدة'
    case 'two':
      return 'رسالتان'
    case 'few':
      return `${grouped.format(count)} رسائل`
    default:
      return `${grouped.format(count)} رسالة`
  }
}

function attempts(count: number): string {
  switch (forms.select(count)) {
    case 'one':
      return 'محاولة واحدة'
    case 'two':
      return 'محاولتان'
    case 'few':
      return `${grouped.format(count)} محاولات`
    default:
      return `${grouped.format(count)} محاولة`
  }
}

export const sending: SendingWords = {
  title: 'الإرسال إلى',
  lead: 'برامج وخدمات خارجية تذهب إليها المقالات: حين ترسل مقالة، أو من تلقاء نفسها بحسب اختيارك. وما يذهب إليها يغادر هذا الخادم.',
  alertsNote: 'أما التنبيهات وحدها فتخرج كما في إعداداتها.',
  none: 'لا وجهة بعد',
  noneNote: 'أضف خدمة أدناه، فتعرض كل مقالة بعدها «إرسال إلى».',
  addTitle: 'إضافة',
  add: (name) => `إضافة ${name}`,
  kinds: {
    webhook: 'يتلقى برنامج لك الأحداث بصيغة JSON موقَّعة، على شكل خطافات Miniflux. والدليل يشرح ذلك.',
    apprise: 'خادم Apprise API يمرر الرسائل إلى نحو مئة خدمة: بريد ومحادثات وهواتف.',
    ntfy: 'رسائل إلى هاتفك أو حاسوبك، عبر ntfy.sh أو خادم لك.',
    wallabag: 'يحفظ الصفحات لقراءتها لاحقًا. يُنشأ العميل في wallabag ضمن إدارة عملاء الواجهة البرمجية.',
    readwise: 'يحفظ الصفحات لقراءتها لاحقًا. الرمز على readwise.io/access_token.',
    linkding: 'يحفظ العلامات المرجعية. الرمز في إعداداته ضمن «Integrations».',
    karakeep: 'يحفظ العلامات المرجعية. المفتاح في إعداداته ضمن «API Keys».',
    readeck: 'يحفظ الصفحات لقراءتها لاحقًا. الرمز في ملفك ضمن «API Tokens».',
    instapaper: 'يحفظ الصفحات لقراءتها لاحقًا، باسم حسابك وكلمة سره.',
  },
  name: 'الاسم الذي تعطيه له',
  optional: 'يجوز تركه فارغًا',
  fields: {
    address: 'عنوان الخادم',
    token: 'الرمز',
    topic: 'الموضوع',
    key: 'مفتاح إعداد محفوظ لدى Apprise',
    services: 'أو الخدمات بعناوين Apprise',
    user: 'اسم الحساب',
    password: 'كلمة السر',
    clientId: 'معرّف العميل',
    clientSecret: 'سر العميل',
    tags: 'الوسوم، تفصل بينها فواصل',
  },
  secretNote: 'تُحفظ الرموز وكلمات السر على هذا الخادم لتُستعمل، ولا تُعرض ثانية أبدًا.',
  occasionsTitle: 'يذهب إليها من تلقاء نفسه',
  occasions: {
    saved: 'كل مقالة أحفظها',
    starred: 'كل مادة أضع عليها نجمة',
    'new-entries': 'المواد الجديدة من مصادري',
    'story-changed': 'القصص التي أتابعها أو حفظتها، حين تقول جديدًا',
    alert: 'تنبيهاتي',
  },
  byHand: 'ما ترسله أنت فقط',
  isOn: 'تعمل',
  isOff: 'متوقفة',
  failing: (reason) => `أخفقت المحاولة الأخيرة: ${reason}`,
  test: 'إرسال تجربة',
  testNote: 'التجربة تجعل خدمة حفظ الصفحات تحفظ صفحة واحدة: عنوان هذا الخادم.',
  tested: 'قُبلت التجربة.',
  testFailed: (reason) => `لم تُقبل التجربة: ${reason}`,
  switchOn: 'تشغيل',
  switchOff: 'إيقاف',
  remove: 'إزالة',
  removeSure: 'نعم، مع سجلها وما ينتظر فيها',
  removed: 'أزيلت.',
  added: 'أضيفت.',
  saved: 'حُفظ.',
  secret: 'سر التوقيع',
  secretOnce: 'انسخه الآن: لن يُعرض ثانية.',
  renewSecret: 'إعطاؤه سرًا جديدًا',
  renewNote: 'ولا يصلح القديم بعدها.',
  refused: {
    address: 'هذا عنوان لا يصلح. يبدأ العنوان الصالح بـ https:// ولا كلمة سر فيه.',
    missing: 'ثمة حقل لازم فارغ.',
    'too-many': 'عددها كبير أصلًا. أزل واحدة أولًا.',
  },

  toLog: 'السجل والإعدادات',
  log: 'ما أُرسل',
  logOf: (name) => `ما أُرسل إلى ${name}`,
  settings: 'الإعدادات',
  noLog: 'لا شيء بعد.',
  logNote: 'يُحفظ ٣٠ يومًا، آخر ٥٠٠ رسالة. وما يخفق يُعاد نحو يوم، على فترات تتباعد.',
  events: {
    article: 'أرسلتها أنت',
    save_entry: 'حُفظت',
    new_entries: 'مواد جديدة',
    story_changed: 'تغيرت القصة',
    alert: 'تنبيه',
    test: 'تجربة',
  },
  states: { waiting: 'تنتظر', sent: 'أُرسلت', failed: 'لم تُرسل' },
  tries: attempts,
  next: 'المحاولة التالية',
  again: 'إعادة الإرسال',
  allAgain: 'إعادة إرسال كل ما أخفق',
  sentAgain: (count) => `${messages(count)} في الطريق.`,
  older: 'أقدم',

  send: 'إرسال إلى…',
  sendTitle: 'إرسال هذه',
  sendTo: (name) => `إرسال إلى ${name}`,
  onItsWay: 'في الطريق. ما يصير إليه يظهر هنا وفي السجل.',
  notSendable: 'ليس له عنوان على الويب، فلا شيء يُرسل.',
  soFar: 'حتى الآن',
  manage: 'الخدمات والسجل',
}
