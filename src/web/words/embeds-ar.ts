import type { EmbedWords } from './embeds-en.ts'

export const embedsAr: EmbedWords = {
  kinds: { post: 'منشور', video: 'فيديو', audio: 'صوت', map: 'خريطة', chart: 'رسم بياني', document: 'وثيقة' },
}
