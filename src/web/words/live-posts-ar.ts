import type { LivePostWords } from './live-posts-en.ts'

export const livePostsAr: LivePostWords = {
  title: 'مشاركات التغطية',
  order: 'بالترتيب الوارد في صفحة الوسيلة الإعلامية. والوقت الذي لا منطقة زمنية له مكتوب كما ورد فيها.',
  link: 'رابط هذه المشاركة',
}
