// What can go wrong with references from one record to another, in every feature.
import { catalogue } from '#shared/base/messages.ts'

export const baseErrors = catalogue(
  { 'validation.reference_gone': 'What was chosen here is no longer there. Choose again.' },
  { 'validation.reference_gone': '所选的内容已不存在，请重新选择。' },
)
