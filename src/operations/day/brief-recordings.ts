import type { BriefDocument } from '../../core/brief-document.ts'
import type { Recording, RecordingState } from '../../core/feed/recording.ts'
import { briefScript } from '../../export/brief-script.ts'
import { recordAloud } from '../articles/read-aloud.ts'
import type { OperationContext } from '../operation.ts'
import { permit } from '../permit.ts'

/** How far the recording of a brief is; undefined where no voice is set up. */
export async function getBriefListening(
  { speech }: OperationContext,
  brief: BriefDocument,
): Promise<RecordingState | undefined> {
  return speech.isSet ? speech.state(briefScript(brief)) : undefined
}

/** The recording of a brief, where one was made. */
export function findBriefRecording({ speech }: OperationContext, brief: BriefDocument): Promise<Recording | undefined> {
  return speech.find(briefScript(brief))
}

/** Begins a recording of a brief in the background, for who may have an article read aloud; undefined where no voice is set up. */
export async function startBriefRecording(context: OperationContext, brief: BriefDocument): Promise<true | undefined> {
  permit(context, recordAloud)
  if (!context.speech.isSet) return undefined
  context.speech.start(briefScript(brief))
  return true
}

/** The recording of a brief, made now where there is none; undefined where it could not be read aloud. */
export async function recordBrief({ speech }: OperationContext, brief: BriefDocument): Promise<Recording | undefined> {
  const result = await speech.record(briefScript(brief))
  return result.kind === 'recorded' ? result.recording : undefined
}
