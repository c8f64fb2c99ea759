import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, texts } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { arabicArticle, article } from '../../../../test/examples/views.ts'
import { supportedLayers } from '../../../analyze/supported-layers.ts'
import { articleAside } from './article-aside.ts'

function noteIn(interfaceLanguage: 'en' | 'fr' | 'ar', view: typeof article): readonly string[] {
  return texts(parseMarkup(`<aside>${articleAside(view, exampleReader(interfaceLanguage))}</aside>`), 'aside > p.note')
}

describe('the aside of an article', () => {
  it('says what is not read in the language of the text, in the words of the interface', () => {
    assert.deepEqual(noteIn('en', arabicArticle), ['Not read in Arabic: indirect speech, promises, figures.'])
    assert.deepEqual(noteIn('fr', arabicArticle), [
      'Ne sont pas lus en arabe : discours indirect, engagements, chiffres.',
    ])
    assert.deepEqual(noteIn('ar', arabicArticle), ['لا يُقرأ في العربية: الكلام غير المباشر، التعهدات، الأرقام.'])
  })

  it('names speakers and dates where only marks are read', () => {
    const document = { ...article.document, language: 'pl' }
    assert.deepEqual(noteIn('en', { ...article, document, notRead: supportedLayers('pl').notRead }), [
      'Not read in Polish: speakers, dates, indirect speech, promises, figures.',
    ])
  })

  it('says nothing of English, and takes any string for a language', () => {
    assert.deepEqual(noteIn('en', article), [])
    const document = { ...article.document, language: 'not a language!' }
    assert.match(noteIn('en', { ...article, document, notRead: ['dates'] })[0] ?? '', /not a language!: dates/)
  })
})
