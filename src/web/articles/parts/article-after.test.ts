import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { arabicArticle, article } from '../../../../test/examples/views.ts'
import { supportedLayers } from '../../../analyze/supported-layers.ts'
import { articleAfter } from './article-after.ts'

function noteIn(interfaceLanguage: 'en' | 'fr' | 'ar', view: typeof article): readonly string[] {
  return texts(parseMarkup(String(articleAfter(view, exampleReader(interfaceLanguage)))), '.about-text > p.note')
}

describe('what follows the text of an article', () => {
  it('says what is not detected in the language of the text, in the words of the interface', () => {
    assert.deepEqual(noteIn('en', arabicArticle), ['Not detected in Arabic: indirect speech, promises, figures.'])
    assert.deepEqual(noteIn('fr', arabicArticle), ['Non détecté en arabe : discours indirect, promesses, chiffres.'])
    assert.deepEqual(noteIn('ar', arabicArticle), ['لا يُكتشف في العربية: الكلام غير المباشر، التعهدات، الأرقام.'])
  })

  it('names speakers and dates where only marks are detected', () => {
    const document = { ...article.document, language: 'pl' }
    assert.deepEqual(noteIn('en', { ...article, document, notRead: supportedLayers('pl').notRead }), [
      'Not detected in Polish: speakers, dates, indirect speech, promises, figures.',
    ])
  })

  it('says on which days its page was kept, with one download, whether or not its text changed', () => {
    for (const view of [article, { ...arabicArticle, keptPages: article.keptPages!.slice(0, 1) }]) {
      const page = String(articleAfter(view, exampleReader('en')))
      const [note] = texts(parseMarkup(page), 'p.note').filter((text) => text.includes('kept'))
      assert.match(
        note ?? '',
        view === article ? /^Pages kept: .*, .* · Download WARC$/ : /^Page kept: Mar 16, 9:20 AM · Download WARC$/,
      )
      assert.ok(page.includes(`href="/articles/${view.article.id}/page.warc.gz" download`))
    }
    const { keptPages: _, ...without } = article
    assert.doesNotMatch(String(articleAfter(without, exampleReader('en'))), /page\.warc/)
  })

  it('says nothing of English, and takes any string for a language', () => {
    assert.deepEqual(noteIn('en', article), [])
    const document = { ...article.document, language: 'not a language!' }
    assert.match(noteIn('en', { ...article, document, notRead: ['dates'] })[0] ?? '', /not a language!: dates/)
  })
})
