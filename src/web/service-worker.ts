import { createHash } from 'node:crypto'
import { assetPath } from './assets.ts'
import { interfaceLanguages } from './reader.ts'
import { writtenAssets } from './written-assets.ts'

const { serviceWorker: script } = writtenAssets

/** What a device stores when the worker is installed: style sheets, script, logo, and the offline page in every language; as seen from it. */
const kept = [
  ...Object.keys(writtenAssets.sheets).map(assetPath),
  assetPath('main.js'),
  assetPath('timeline-zoom.js'),
  '/favicon.svg',
  ...interfaceLanguages.map(({ code }) => `/offline?language=${code}`),
].map((path) => path.slice(1))

/**
 * The service worker, as one script. Its version depends on its code and what it stores, so a browser updates it exactly when something
 * changed.
 */
export function serviceWorker(version: string): string {
  const digest = createHash('sha256')
    .update([version, script, ...kept].join('\0'))
    .digest('base64url')
    .slice(0, 12)
  return `self.twosource = ${JSON.stringify({ version: digest, assets: kept })}\n${script}`
}
