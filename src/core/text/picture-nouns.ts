/** Words for pictures in all languages we read, as part of a pattern. */
export const pictureNouns = [
  'photo(?:graph)?s?|photograph(?:y|ers?|ed)|photojournalists?|pictures?|images?|imagery|videos?|videograph(?:y|ers?)|footage|screen-?(?:shots?|grabs?)',
  "photographies?|photographes?|vidéos?|clichés?|captures? d[’']écran",
  '\\p{L}*(?:fotos?|bild(?:er)?|aufnahmen?|videos?)|fotograf(?:in|en)?',
  'fotograf[ií]as?|fotógrafos?|fotografas?|imagen|imágenes|vídeos?|imagem|imagens|immagin[ei]',
  '(?:ال|بال)?(?:صور|صورة|تصوير|فيديو|فيديوهات|مصور|مصورة|عدسة)|بعدسة',
].join('|')

const picture = new RegExp(`(?<![\\p{L}\\p{M}])(?:${pictureNouns})(?![\\p{L}\\p{M}])`, 'iu')

/** Whether a few words, such as those before the agency in a dateline, are about pictures: `File photo, Lyon (Reuters) -`. */
export function speaksOfPictures(words: string): boolean {
  return picture.test(words)
}
