import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import { extensionZip } from '../src/web/accounts/extension-zip.ts'
import { markPng } from '../src/web/mark.ts'

const folder = 'extension/'
const files = globSync('**/*.{js,html,css}', { cwd: folder })
const read = (file: string) => readFileSync(folder + file, 'utf8')
const manifest = JSON.parse(read('manifest.json'))
const messagesIn = (language: string): Readonly<Record<string, { readonly message: string }>> =>
  JSON.parse(read(`_locales/${language}/messages.json`))
const english = messagesIn('en')

describe('the browser extension', () => {
  it('asks for no more than it needs, and for no site before its reader names a server', () => {
    assert.deepEqual(manifest.permissions, ['activeTab', 'contextMenus', 'scripting', 'storage'])
    assert.equal(manifest.host_permissions, undefined)
    assert.equal(manifest.content_scripts, undefined)
    assert.match(manifest.content_security_policy.extension_pages, /^default-src 'none'; script-src 'self';/)
  })

  it('has no script or style in its pages, reads no text as markup, and names no other site', () => {
    for (const file of files) {
      const text = read(file)
      assert.doesNotMatch(
        text,
        /<script>|<style|\sstyle=|\son[a-z]+=|innerHTML|insertAdjacentHTML|eval\(|new Function/,
        file,
      )
      const urls = (text.match(/https?:\/\/[\w.-]+/g) ?? []).filter((url) => !url.endsWith('.example.org'))
      assert.deepEqual(urls, [], file)
    }
  })

  it('says everything in each language, and nothing that is not said', () => {
    const named = files.flatMap((file) => [
      ...[...read(file).matchAll(/data-say="(\w+)"/g)].map(([, name]) => name),
      ...[...read(file).matchAll(/(?:say|heading)\(([^)]*)\)/g)].flatMap(([, given = '']) =>
        [...given.matchAll(/'(\w+)'/g)].map(([, name]) => name),
      ),
    ])
    // The manifest says two.
    const used = new Set([...named, 'name', 'about'])
    assert.deepEqual([...used].toSorted(), Object.keys(english).toSorted())
    for (const language of readdirSync(`${folder}_locales`)) {
      const messages = messagesIn(language)
      assert.deepEqual(Object.keys(messages), Object.keys(english), language)
      for (const [name, { message }] of Object.entries(messages)) {
        assert.ok(message.trim() !== '', name)
        assert.equal(message.includes('$1'), english[name]?.message.includes('$1'), `${language}: ${name}`)
      }
    }
    for (const { message } of Object.values(messagesIn('fr'))) assert.doesNotMatch(message, / [:;?!»]|« /)
  })

  it('has the icons of the product, and labels for all its fields', () => {
    for (const size of [32, 128])
      assert.deepEqual(readFileSync(`${folder}icon-${size}.png`), markPng(size, false), 'Write it again with markPng')
    for (const file of files.filter((name) => name.endsWith('.html')))
      for (const [, id] of read(file).matchAll(/<(?:input|textarea)\s+id="([\w-]+)"/g))
        assert.ok(read(file).includes(`<label for="${id}"`), `${file}: ${id}`)
  })

  it('comes from the server as one archive, without what only developers need', async () => {
    const zip = unzipSync(new Uint8Array(await (await extensionZip())!.arrayBuffer()))
    assert.deepEqual(
      Object.keys(zip).filter((name) => /\.ts$|tsconfig/.test(name)),
      [],
    )
    for (const file of ['manifest.json', 'icon-128.png', '_locales/ar/messages.json', ...files])
      assert.deepEqual(Buffer.from(zip[file] ?? []), readFileSync(folder + file), file)
  })
})
