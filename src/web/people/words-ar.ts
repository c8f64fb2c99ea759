import { lastDays, number, plural, quotes } from '../layout/words-ar.ts'
import type * as en from './words-en.ts'

const found = { one: 'اسم واحد', two: 'اسمان', few: 'أسماء', many: 'اسمًا' }

export const people: typeof en.people = {
  kinds: { person: 'الأشخاص', organization: 'المنظمات', place: 'الأماكن' },
  today: 'في أخبار اليوم',
  order: 'الترتيب',
  orders: { stories: 'الأكثر حضورًا في الأخبار', quotes: 'الأكثر اقتباسًا', name: 'أبجديًا' },
  lastDays: (days) => `آخر ${plural(days, lastDays)}`,
  withName: (count) => plural(count, found),
  find: 'ابحث عن اسم',
  pages: 'الصفحات',
  none: {
    person: 'لا أشخاص في الأخبار بعد',
    organization: 'لا منظمات في الأخبار بعد',
    place: 'لا أماكن في الأخبار بعد',
  },
  noneNote: 'تظهر الأسماء هنا مع القصص التي تذكرها.',
  nothingFound: (query) => `لا اسم يطابق «${query}».`,
  namedHere: 'المذكورون هنا',
  namesakes: 'يصعب أن تجتمع هذه الصفات في شخص واحد: ربما يحمل شخصان هذا الاسم.',
  alsoWritten: 'يُكتب أيضًا',
  nothingSaid: 'لا اقتباسات بعد.',
  older: 'اقتباسات أقدم',
  newest: 'أحدث الاقتباسات',
  moreInStory: (count) => `${plural(count, quotes)} إضافةً في هذه القصة`,
  changed: 'تصريحات متعارضة',
  figures: 'أرقام ذكرها',
  since: (day) => `في الأخبار منذ ${day}`,
  overTime: 'القصص عبر الزمن',
  overTimeText: (stories, most, when) => `${stories}؛ وأكثرها: ${most}، ${when}.`,
  allStories: (count) => `كل القصص (${number(count)})`,
  appearsWith: 'يظهر مع',
  whoSpeaks: 'من يتكلم',
  others: 'آخرون',
  sharedTitle: 'اسم يحمله أكثر من شخص أو شيء',
  sharedNote: 'يعني في القصص المختلفة:',
}
