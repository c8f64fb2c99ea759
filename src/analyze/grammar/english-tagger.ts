import { readModel } from '../../core/read-model.ts'
import { loadTagger, type Tagger } from './tagger.ts'

let loaded: Tagger | undefined

/** The tagger for English, read on first use (about 15 ms, once). Its card is docs/notes/names.md. */
export function englishTagger(): Tagger {
  loaded ??= loadTagger(readModel(new URL('./pos-model.bin', import.meta.url)).all)
  return loaded
}
