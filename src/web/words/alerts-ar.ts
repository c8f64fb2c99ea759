import { formsIn, numbersIn } from '../../core/number-forms.ts'
import type { AlertWords } from './alerts-en.ts'

const grouped = numbersIn('ar-u-nu-latn')
const rules = formsIn('ar')

function many(count: number): string {
  const form = rules.select(count)
  if (form === 'one') return 'تنبيه واحد'
  if (form === 'two') return 'تنبيهان'
  return `${grouped.format(count)} ${form === 'few' ? 'تنبيهات' : 'تنبيهًا'}`
}

export const alerts: AlertWords = {
  title: 'التنبيهات',
  lead: 'ما طرأ على ما طلبت أن تُنبَّه إليه: كل تغيير مرة واحدة، مهما كثرت نسخه.',
  none: 'لا تنبيهات بعد',
  noneNotes: [
    'لا شيء ينبهك حتى تطلبه: فعّل التنبيه لكل ما تتابعه، أو لأشياء بعينها.',
    'تُنبَّه إلى قصة جديدة عما تتابعه، وإلى قصة تتابعها حين يرد فيها تقرير مستقل، أو تختلف الروايات، أو تصحح جهة ما نشرته، أو يُوفى بوعد أو يُخلف أو يُؤجَّل. أما نسخة من نص تعرفه فلا تنبهك.',
  ],
  fresh: 'جديد',
  older: 'تنبيهات أقدم',
  end: 'هذا كل ما نُبّهت إليه.',
  toSettings: 'إعدادات التنبيه',
  toList: 'كل التنبيهات',

  newStory: (source) => `قصة جديدة، أول من أوردها ${source}`,
  report: (source) => `تقرير مستقل آخر من ${source}`,
  difference: 'الروايات مختلفة',
  correction: (source) => `تصحيح من ${source}`,
  commitment: (source) => `ما آل إليه وعد، عن ${source}`,
  because: (label) => `لأنك تتابع ${label}`,
  becauseSearch: (label) => `وجده بحثك ${label}`,
  several: (count) => `${many(count)} من Twosource`,
  testTitle: 'تجربة من Twosource',
  testBody: 'تصل التنبيهات إلى هنا.',
  footer: 'أنت طلبت هذه التنبيهات من Twosource. لإيقافها فورًا:',
  feedTitle: 'تنبيهاتك · Twosource',

  settingsTitle: 'إعدادات التنبيه',
  settingsLead: 'ما ينبهك، وإلى أين يُرسل، ومتى.',
  saved: 'حُفظ.',
  whenTitle: 'ماذا ومتى',
  all: 'نبّهني إلى كل ما أتابعه',
  allNote: 'إن أوقفته فلا ينبهك إلا ما تفعّله أدناه. والمكتوم لا ينبه أبدًا.',
  quiet: 'ساعات الهدوء',
  quietNote: (zone) =>
    `لا يُرسل شيء بين هاتين الساعتين، وما يطرأ حينها يأتي معًا عند انتهائها. فارغ: لا ساعات هدوء. التوقيت: ${zone}.`,
  from: 'من',
  until: 'إلى',
  perHour: 'أقصى عدد للرسائل في الساعة',
  perHourNote: 'لكل طريقة على حدة. وما زاد يأتي لاحقًا في رسالة واحدة.',

  channelsTitle: 'إلى أين تُرسل التنبيهات',
  channelsNote: 'كل تنبيه يبقى في القائمة أيضًا، مهما حدث للرسالة.',
  kinds: { push: 'المتصفح', mail: 'البريد', webhook: 'خطاف ويب', feed: 'خلاصة خاصة', destination: 'وجهة خارجية' },
  isOn: 'مفعّل',
  isOff: 'متوقف',
  failing: (reason) => `لم تُرسل الرسالة الأخيرة: ${reason}`,
  test: 'أرسل تجربة',
  tested: 'أُرسلت التجربة.',
  testGone: 'لم يعد هذا المتصفح يقبل الرسائل، فأُزيل.',
  testFailed: (reason) => `لم تُرسل التجربة: ${reason}`,
  switchOn: 'تفعيل',
  switchOff: 'إيقاف',
  remove: 'إزالة',
  removed: 'أُزيل.',
  added: 'أُضيف.',
  secret: 'سر التوقيع',
  refused: {
    address: 'لا يصلح هذا العنوان. يبدأ العنوان بـ https:// ولا يحوي كلمة مرور.',
    subscription: 'لم يعط المتصفح عنوانًا صالحًا للرسائل.',
    'no-mail': 'لم يُضبط خادم بريد هنا.',
    'no-address': 'لا عنوان بريد في حسابك.',
    'too-many': 'العدد كبير. أزل واحدًا أولًا.',
  },
  pushAdd: 'نبّه هذا المتصفح',
  pushNote: 'تمر الرسائل بخدمة صانع المتصفح، ولا يمكنها قراءتها. يلزم https أو هذا الجهاز، وتلزم النصوص البرمجية.',
  pushDenied: 'لا يسمح هذا المتصفح بالإشعارات هنا.',
  pushUnsupported: 'لا يمكن تنبيه هذا المتصفح.',
  mailAdd: (address) => `أرسل بريدًا إلى ${address}`,
  mailNote: 'في كل رسالة عنوان يوقفها بنقرة واحدة.',
  webhookAdd: 'أضف خطاف ويب',
  webhookAddress: 'عنوان خطاف الويب',
  webhookNote: 'يُرسل كل تنبيه إلى برنامج لك بصيغة JSON، موقّعًا. يشرح الدليل ذلك.',
  feedAdd: 'أنشئ خلاصة خاصة',
  feedRenew: 'أعط الخلاصة عنوانًا جديدًا',
  feedNote: 'من لديه العنوان يقرأ تنبيهاتك: احتفظ به لنفسك. والعنوان الجديد يوقف القديم.',

  followsTitle: 'أشياء بعينها',
  followsNote: 'كل ما تتابعه، وكل بحث حفظته.',
  nothingFollowed: 'لا تتابع شيئًا بعد.',
  on: 'نبّهني',
  off: 'لا تنبهني',
  asAll: 'كما للكل',
  choose: (label) => `التنبيهات عن ${label}`,

  stopTitle: 'إيقاف التنبيه بالبريد',
  stopNote: 'لا يُرسل بريد تنبيه بعد الآن. ويبقى كل شيء آخر كما هو.',
  stop: 'أوقفه',
  stopped: 'توقف التنبيه بالبريد',
  stoppedNote: 'يمكنك تفعيله من جديد في إعدادات التنبيه.',
}
