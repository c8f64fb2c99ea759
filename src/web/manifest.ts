import type { Reader } from './reader.ts'

/** The icons: name in the URL, side in pixels, whether it may be cut to any shape. */
export const icons = [
  { name: 'icon-192', size: 192, isMaskable: false },
  { name: 'icon-512', size: 512, isMaskable: false },
  { name: 'maskable-192', size: 192, isMaskable: true },
  { name: 'maskable-512', size: 512, isMaskable: true },
  // iOS fills transparent pixels with black, and rounds the corners itself.
  { name: 'touch-180', size: 180, isMaskable: true },
] as const

/** The colors of the browser's bars: `--paper` of the style sheet, light and dark. */
export const themeColors = { light: '#fffefb', dark: '#131413' } as const

/** The W3C Web Application Manifest, in the reader's language. `path`: where the server is below its host. */
export function manifest({ language, words, theme }: Reader, path = ''): object {
  const color = themeColors[theme === 'dark' ? 'dark' : 'light']
  return {
    id: `${path}/`,
    name: 'Twosource',
    short_name: 'Twosource',
    description: words.app.description,
    lang: language,
    dir: words.direction,
    start_url: `${path}/`,
    scope: `${path}/`,
    display: 'standalone',
    background_color: color,
    theme_color: color,
    categories: ['news'],
    icons: [
      { src: `${path}/favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      ...icons
        .filter(({ name }) => name !== 'touch-180')
        .map(({ name, size, isMaskable }) => ({
          src: `${path}/icons/${name}.png`,
          sizes: `${size}x${size}`,
          type: 'image/png',
          purpose: isMaskable ? 'maskable' : 'any',
        })),
    ],
    shortcuts: [
      { name: words.frame.places.today, url: `${path}/` },
      { name: words.frame.places.feeds, url: `${path}/feeds` },
      { name: words.frame.saved, url: `${path}/library` },
      { name: words.search, url: `${path}/search` },
      { name: words.importing.saveIt, url: `${path}/settings/import#page` },
      { name: words.app.offline, url: `${path}/offline` },
    ],
    share_target: {
      action: `${path}/share`,
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    },
  }
}
