import { readRecordingFile } from './read-recording-file.ts'
import { answerRequests } from './thread-answers.ts'

answerRequests(readRecordingFile)
