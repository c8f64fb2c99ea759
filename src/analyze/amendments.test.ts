import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../core/ids.ts'
import { amendments } from './amendments.ts'
import { annotate } from './annotate.ts'
import { sentences } from './sentences.ts'

/** The notes of a text, a paragraph per line: kind and words. */
function notes(text: string, language = 'en'): string[][] {
  let at = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  const doc = {
    id: asId('d'),
    articleId: asId('a'),
    language,
    title: '',
    text,
    blocks,
    publishedAt: '2025-03-04T10:00:00Z',
  }
  const layer = annotate(doc as never, [sentences, amendments]).amendments
  return (layer?.items ?? []).map(({ kind, span }) => [kind, text.slice(span.start, span.end)])
}

const news = 'The bridge opened on Monday.'

describe('amendments', () => {
  it('are paragraphs with a label, whole', () => {
    const note = 'Correction: An earlier version said the bridge is 300 meters long. It is 400 meters long.'
    assert.deepEqual(notes(`${news}\n${note}`), [['correction', note]])
    const dated = 'Clarification, 4 March: The mayor spoke for herself, not for the council.'
    assert.deepEqual(notes(`${news}\n${dated}`), [['clarification', dated]])
  })

  it('are sentences that say so of their own article', () => {
    for (const [kind, text] of [
      ['correction', 'This article was amended on 4 March to say that the bridge is 400 meters long.'],
      ['correction', 'An earlier version of this story misspelled the name of the mayor.'],
      ['update', 'This story has been updated with the words of the mayor.'],
      ['correction', 'The Sandvik Herald regrets the error.'],
      ['editor-note', 'Editor’s note: The headline on this story has been changed, since it misquoted the mayor.'],
    ] as const)
      assert.deepEqual(notes(`${news}\n${text}`), [[kind, text]], text)
  })

  it('withdraw an article in more words than one, and never by what is said of somebody’s post', () => {
    for (const [language, text] of [
      ['en', 'This story has been deleted.'],
      ['en', 'We have taken down this article while we look into it.'],
      ['fr', 'Cet article a été supprimé.'],
      ['fr', 'Cet article a été retiré.'],
      ['de', 'Dieser Artikel wurde von der Redaktion gelöscht.'],
      ['es', 'Este artículo ha sido eliminado.'],
    ] as const)
      assert.deepEqual(notes(text, language), [['retraction', text]], text)
    for (const text of ['This post has been removed.', 'This text was deleted.', 'This item has been taken down.'])
      assert.deepEqual(notes(`${news}\n${text}`), [], text)
  })

  it('are read in French, German, Spanish and Arabic', () => {
    for (const [language, kind, text] of [
      ['fr', 'correction', 'Rectificatif : le pont mesure 400 mètres, et non 300.'],
      ['fr', 'correction', 'Une première version de cet article indiquait à tort que le pont mesurait 300 mètres.'],
      ['de', 'correction', 'In einer früheren Version dieses Artikels stand fälschlich eine falsche Länge.'],
      ['de', 'update', 'Dieser Artikel wurde am Dienstag aktualisiert.'],
      ['es', 'correction', 'Fe de erratas: el puente mide 400 metros.'],
      ['es', 'update', 'Este artículo ha sido actualizado con la respuesta de la alcaldesa.'],
      ['ar', 'correction', 'تصحيح: طول الجسر أربعمئة متر.'],
      ['ar', 'update', 'تم تحديث هذا الخبر بعد رد البلدية.'],
    ] as const)
      assert.deepEqual(notes(text, language), [[kind, text]], text)
  })

  it('are not the news of corrections', () => {
    for (const text of [
      'A correction in the share price followed.',
      'The prison hired 40 correction officers: all of them are young.',
      'An earlier version of the bill banned ferries.',
      'The minister corrected the figures.',
      'Editor’s note: This interview was held in March.',
      'The law was amended on 4 March.',
      'This report was published on Monday.',
      'Update: the bridge is open.',
      '“We missed the words of the mayor, and we regret the error,” the channel said.',
      'The Herald wrote: “An earlier version of this article was wrong.”',
    ])
      assert.deepEqual(notes(text), [], text)
  })
})
