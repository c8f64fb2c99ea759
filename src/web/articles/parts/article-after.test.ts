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

  it('says nothing of English, and takes any string for a language', () => {
    assert.deepEqual(noteIn('en', article), [])
    const document = { ...article.document, language: 'not a language!' }
    assert.match(noteIn('en', { ...article, document, notRead: ['dates'] })[0] ?? '', /not a language!: dates/)
  })
})
