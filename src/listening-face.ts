import { briefScript } from './export/brief-script.ts'
import type { Ask, Need, OperationContext } from './operations/operation.ts'
import { permit } from './operations/permit.ts'
import { getRecording, getSpeech, recordAloud, trySpeech } from './operations/read-aloud.ts'
import type { ListeningOperations } from './web/listening-operations.ts'

/** Joins the pages that are listened to with what they ask for. A brief is told in the words of a page, and read from there. */
export function listeningFace(context: OperationContext, ask: Ask, need: Need): ListeningOperations {
  const { speech } = context
  return {
    recordAloud: ask(recordAloud),
    recording: ask(getRecording),
    speech: () => need(getSpeech)(),
    trySpeech: ask(trySpeech),
    briefListening: async (brief) => (speech.isSet ? speech.state(briefScript(brief)) : undefined),
    async startBriefRecording(brief) {
      permit(context, recordAloud)
      if (!speech.isSet) return undefined
      speech.start(briefScript(brief))
      return true
    },
    findBriefRecording: (brief) => speech.find(briefScript(brief)),
  }
}
