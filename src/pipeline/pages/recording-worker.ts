import { answerRequests } from '../thread-answers.ts'
import { readRecordingFile } from './read-recording-file.ts'

answerRequests(readRecordingFile)
