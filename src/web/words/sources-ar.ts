import { lastDays, number, plural, stories } from './counts-ar.ts'
import type * as en from './sources-en.ts'

const pollForms = { one: 'فحص واحد', two: 'فحصان', few: 'فحوص', many: 'فحصًا' }
const newEntryForms = { one: 'مدخل جديد واحد', two: 'مدخلان جديدان', few: 'مداخل جديدة', many: 'مدخلًا جديدًا' }
const versionForms = { one: 'نسخة نصّ واحدة', two: 'نسختا نصّ', few: 'نسخ من النص', many: 'نسخة من النص' }
const failedSources = {
  one: 'مصدر واحد لا يمكن قراءته',
  two: 'مصدران لا يمكن قراءتهما',
  few: 'مصادر لا يمكن قراءتها',
  many: 'مصدرًا لا يمكن قراءتها',
}

export const source: typeof en.source = {
  ownText: 'النص الخاص',
  ownTextNote: 'متوسط نصيب كلمات مقالاتها التي لم ترد في مقال أقدم.',
  hadFirst: 'كانت الأولى',
  hadFirstOf: (first, storyCount) => `${number(first)} من ${plural(storyCount, stories)}`,
  editedLater: 'عُدّل بعد النشر',
  family: (name) => `تتبع ${name}؛ والجهات التي يملكها مالك واحد لا تُحسب مستقلة بعضها عن بعض.`,
  latest: 'الأحدث',
  health: 'الحالة',
  noSources: 'لا مصادر بعد',
}

export const outlets: typeof en.outlets = {
  behind: 'التأخر عن الأول',
  medianOf: (stories) => `الوسيط من ${stories}`,
  firstOf: (first, total) => `${number(first)} من ${number(total)}`,
  underAMinute: 'أقل من دقيقة',
  owner: 'المالك',
  everyOwner: 'كل المالكين',
  everyHealth: 'أي حالة',
  healths: { fine: 'يمكن قراءته', failing: 'لا يمكن قراءته' },
  failing: (count) => plural(count, failedSources),
  listNote: 'السبق والتأخر: في قصص آخر 30 يومًا التي فيها تقريران مستقلان أو أكثر؛ والتأخر هو وسيط ما سبق إليه غيره.',
  noneMatch: 'لا مصدر يطابق هذا',
  tooFew: (what) => `العدد أقل من أن يُحكم به: ${what}.`,
  speed: 'السرعة',
  speedNote: (days) => `قصص آخر ${plural(days, lastDays)} التي فيها تقريران مستقلان أو أكثر.`,
  speedText: (stories, first, median) => `${stories}: سبق في ${first}؛ وفي نصف الباقي خلال ${median}.`,
  allFirst: (stories) => `${stories}: سبق فيها كلها.`,
  behindFirst: 'بعد التقرير الأول',
  wasFirst: 'الأول',
  within: (time) => `حتى ${time}`,
  later: 'بعد ذلك',
  ownOverTime: 'النص الخاص عبر الزمن',
  ownText: (least, most) => `ما بين ${least} و${most} من النص خاص به.`,
  noEdits: 'لم يُرَ أي مقال يتغير.',
  versions: (count) => plural(count, versionForms),
  copiesFrom: 'ينسخ عن',
  copiedBy: 'ينسخ عنه',
  copiesNote: (days) => `قصص آخر ${plural(days, lastDays)} التي مقاله فيها نسخة عن غيره، بحسب سطر النسبة أو الوقت.`,
  noCopies: 'لا نسخ معروفة.',
  agency: 'بحسب سطر النسبة',
  quotes: 'من يقتبس عنهم',
  languages: 'اللغات',
  sections: 'الأقسام',
  polls: 'آخر الفحوص',
  pollsText: (count, withNew, failed) =>
    `${plural(count, pollForms)}: جديدٌ في ${number(withNew)}، وفشل ${number(failed)}.`,
  poll: 'الفحص، الأحدث أولًا',
  outcome: 'النتيجة',
  newEntries: (count) => (count === 0 ? 'لا مداخل جديدة' : plural(count, newEntryForms)),
  nothingNew: 'لا جديد',
  failed: 'فشل',
}
