import type { BriefDocument } from '../../core/brief-document.ts'
import type { Recording, RecordingState } from '../../core/feed/recording.ts'
import { briefScript } from '../../export/brief-script.ts'
import { recordAloud } from '../articles/read-aloud.ts'
import type { OperationContext } from '../operation.ts'
import { permit } from '../run.ts'

/** Progress of a brief's recording; undefined when no voice is configured. */
export async function getBriefListening(
  { speech }: OperationContext,
  brief: BriefDocument,
): Promise<RecordingState | undefined> {
  return speech.isSet ? speech.state(briefScript(brief)) : undefined
}

/** A brief's recording, if it exists. */
export function findBriefRecording({ speech }: OperationContext, brief: BriefDocument): Promise<Recording | undefined> {
  return speech.find(briefScript(brief))
}

/** Starts recording a brief in the background, for readers who may request recordings; undefined when no voice is configured. */
export async function startBriefRecording(context: OperationContext, brief: BriefDocument): Promise<true | undefined> {
  permit(context, recordAloud)
  if (!context.speech.isSet) return undefined
  context.speech.start(briefScript(brief))
  return true
}

/** A brief's recording, made now if necessary; undefined if it can't be read aloud. */
export async function recordBrief({ speech }: OperationContext, brief: BriefDocument): Promise<Recording | undefined> {
  const result = await speech.record(briefScript(brief))
  return result.kind === 'recorded' ? result.recording : undefined
}
