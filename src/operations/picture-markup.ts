const pictureLink = /<a\b(?=[^>]*\sclass="picture")[^>]*\shref="([^"]*)"[^>]*>([^<]*)<\/a>/g

/**
 * Markup that went through the sanitizer with its pictures as pictures again, for apps: they load them from the outlet themselves,
 * as they do with any feed.
 */
export function withPictures(safe: string): string {
  return safe.replace(pictureLink, (_, href: string, words: string) => {
    const alt = words.replace(/^Picture(?:: )?/, '').replaceAll('"', '&quot;')
    return `<img src="${href}" alt="${alt}">`
  })
}
