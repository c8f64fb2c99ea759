import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assetPath, favicon, findAsset } from '../../src/web/assets.ts'
import { addApi, type OpenApi } from './api-pages.ts'
import type { SiteFiles } from './frame.ts'
import { addFrontPage } from './front-page.ts'
import { addGuide } from './guide-pages.ts'
import { addLive } from './live-pages.ts'
import { addSearch } from './search-pages.ts'

/**
 * Builds the whole site in memory. `origin` is where the demo runs; `base` is the path the site gets where it is published, which only the
 * page for what is missing needs to know.
 */
export async function buildSite({
  origin,
  base = '/',
  mostLivePages,
}: {
  readonly origin: string
  readonly base?: string
  readonly mostLivePages?: number
}): Promise<SiteFiles> {
  const files: SiteFiles = new Map()
  const [, , hash = '', sheet = ''] = assetPath('style.css').split('/')
  files.set('style.css', findAsset(hash, sheet)!.body)
  files.set('site.css', await readFile(new URL('./site.css', import.meta.url), 'utf8'))
  files.set('favicon.svg', favicon)
  // Hosts that run a generator of their own on what they get leave it alone.
  files.set('.nojekyll', '')
  addFrontPage(files, base)
  const guide = addGuide(files)
  const api = addApi(files, (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as OpenApi)
  await addSearch(files, [...guide, ...api])
  await addLive(files, origin, mostLivePages)
  return files
}

/** Writes a site into a folder, which is emptied first. */
export async function writeSite(files: SiteFiles, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
