import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { chromiumPath, openBrowser, serveWeb } from './browser.ts'

const pasted = `WEBVTT

00:00:04.000 --> 00:00:09.000
<v Ida Holm>Jonas Berg runs the port of Aldmere. Why is the pier shut?

00:12:03.000 --> 00:12:08.000
<v Jonas Berg>Two of its bolts were broken, so nobody may walk on it.

00:12:09.000 --> 00:12:11.000
<v Ida Holm>Who looked at them?

00:12:12.000 --> 00:12:15.000
<v Jonas Berg>I did, with a torch and a very long ladder.
`

test('a transcript is pasted, read, and its quotation opens the recording at its second, without script', {
  skip: existsSync(chromiumPath) ? false : `no browser at ${chromiumPath}`,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-transcript-'))
  const context = await createContext(readConfig({ TWOSOURCE_DATA: folder }), () => {})
  const site = await serveWeb(context.operations)
  const browser = await openBrowser({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  try {
    const page = await browser.newPage()
    await page.goto(`${site.origin}/settings/import`)
    const form = page.locator('#transcript')
    await form.getByLabel('Text', { exact: true }).fill(pasted)
    await form.getByLabel('URL of the recording').fill('https://pod.example/pier.mp3')
    await form.getByLabel('Title').fill('On the pier')
    await form.getByLabel('Published by').fill('Mole Radio')
    await form.getByLabel('Day').fill('2026-03-16')
    await form.getByRole('button', { name: 'Import' }).click()
    assert.equal(await page.locator('h1').textContent(), 'On the pier')
    const at = page.getByRole('link', { name: '12:03', exact: true })
    assert.equal(await at.getAttribute('href'), 'https://pod.example/pier.mp3#t=723')
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    assert.equal(overflow, 0)

    await page.goto(`${site.origin}/search?q=bolts&tab=quotes`)
    const quote = page.locator('li', { hasText: 'Two of its bolts' })
    const heard = quote.getByRole('link', { name: 'at 12:03' })
    assert.equal(await heard.getAttribute('href'), 'https://pod.example/pier.mp3#t=723')
    await quote.locator('.cite').click()
    assert.match((await page.locator('mark').textContent()) ?? '', /^Two of its bolts were broken/)
    assert.equal(await page.getByRole('link', { name: 'at 12:03' }).count(), 1)
  } finally {
    await browser.close()
    await site.close()
    await context[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  }
})
