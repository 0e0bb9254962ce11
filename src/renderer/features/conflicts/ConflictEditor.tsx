// What is open above the entries: the window in which the value of one of them is written anew, whatever becomes of the entry.
import { BothTexts } from './BothTexts.tsx'
import { isLongText } from './conflict-words.ts'
import type { ConflictEditorProps } from './use-open-conflict.ts'
import { WriteAnew } from './WriteAnew.tsx'

export function ConflictEditor(props: ConflictEditorProps) {
  return isLongText(props.opened) ? <BothTexts {...props} /> : <WriteAnew {...props} />
}
