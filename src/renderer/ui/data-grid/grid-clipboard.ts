// Copying and pasting in a grid, while no cell of it is being edited.
import type { ClipboardEvent } from 'react'
import type { CellBlock } from './grid-types.ts'

interface GridClipboard {
  readonly isEditing: boolean
  /** The cells that are marked, or the one that the keyboard is on. */
  readonly block: CellBlock
  /** Whether no cell is meant, but the row: then all of it is copied. */
  readonly isWholeRow: boolean
  readonly columnCount: number
  readonly onCopy: ((block: CellBlock) => string | null) | undefined
  readonly onPaste: ((block: CellBlock, text: string) => void) | undefined
}

export const gridClipboard = ({ isEditing, block, isWholeRow, columnCount, ...on }: GridClipboard) => ({
  onCopy: (event: ClipboardEvent) => {
    if (isEditing) return
    const text = on.onCopy?.(isWholeRow ? { ...block, lastColumn: columnCount - 1 } : block)
    if (text === null || text === undefined) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
  },
  onPaste: (event: ClipboardEvent) => {
    if (isEditing || !on.onPaste) return
    event.preventDefault()
    on.onPaste(block, event.clipboardData.getData('text/plain'))
  },
})
