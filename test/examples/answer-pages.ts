import type { Reader } from '../../src/web/reader.ts'
import { answerPage } from '../../src/web/search/pages/ask.ts'
import * as asking from './asking.ts'

/** Every state of an answer's page. */
export const answerPages: Readonly<Record<string, (reader: Reader) => string>> = {
  'an answer': (reader) => answerPage(asking.answered, asking.address, reader, { kind: 'none', key: 'k' }),
  'an answer to a question that follows': (reader) => answerPage(asking.narrow, asking.narrowAddress, reader),
  'an answer written': (reader) => answerPage(asking.answered, asking.address, reader, { ...asking.written, key: 'k' }),
  'an answer being written': (reader) =>
    answerPage(asking.answered, asking.address, reader, { ...asking.writing, key: 'k' }),
  'too little written': (reader) =>
    answerPage(asking.answered, asking.address, reader, { ...asking.tooLittle, key: 'k' }),
  'an answer not written': (reader) =>
    answerPage(asking.answered, asking.address, reader, { ...asking.failed('timeout'), key: 'k' }),
  'an answer switched off': (reader) =>
    answerPage(asking.answered, asking.address, reader, { ...asking.failed('off'), key: 'k' }),
  'an answer that a model chose': (reader) => answerPage(asking.judged, asking.address, reader),
  'passages that a model judges': (reader) => answerPage(asking.judging, asking.address, reader),
  'closest passages': (reader) => answerPage(asking.closest, asking.narrowAddress, reader),
  'nothing to answer with': (reader) => answerPage(asking.nothing, asking.address, reader),
  'no question': (reader) => answerPage(asking.noQuestion, asking.address, reader),
}
