// Dragging a heading to another place. Where it would stand is a line at the side of the heading that is pointed at.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import {
  draggable,
  dropTargetForElements,
  type ElementDropTargetEventBasePayload,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'

interface ColumnDragOptions {
  readonly id: string
  readonly nextId: string | null
  /** Undefined: this column stays where it is, and nothing is put before it. */
  readonly onMove: ((id: string, beforeId: string | null) => void) | undefined
}

export interface ColumnDrag {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly edge: 'before' | 'after' | null
  readonly isDragged: boolean
}

export const useColumnDrag = ({ id, nextId, onMove }: ColumnDragOptions): ColumnDrag => {
  const ref = useRef<HTMLDivElement>(null)
  const [edge, setEdge] = useState<'before' | 'after' | null>(null)
  const [isDragged, setIsDragged] = useState(false)
  const isMovable = onMove !== undefined

  const drop = useEffectEvent((payload: ElementDropTargetEventBasePayload) => {
    const moved = String(payload.source.data['columnId'])
    const beforeId = edgeAt(payload) === 'before' ? id : nextId
    if (moved !== beforeId && moved !== id) onMove?.(moved, beforeId)
  })
  useEffect(() => {
    const element = ref.current
    if (!element || !isMovable) return undefined
    const showEdge = (payload: ElementDropTargetEventBasePayload) => setEdge(edgeAt(payload))
    return combine(
      draggable({
        element,
        canDrag: ({ input }) => !document.elementFromPoint(input.clientX, input.clientY)?.closest('[aria-hidden=true]'),
        getInitialData: () => ({ columnId: id }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data['columnId'] === 'string' && source.data['columnId'] !== id,
        onDragEnter: showEdge,
        onDrag: showEdge,
        onDragLeave: () => setEdge(null),
        onDrop: (payload) => {
          setEdge(null)
          drop(payload)
        },
      }),
    )
  }, [id, isMovable])

  return { ref, edge, isDragged }
}

const edgeAt = ({ self, location }: ElementDropTargetEventBasePayload) => {
  const { left, width } = self.element.getBoundingClientRect()
  return location.current.input.clientX < left + width / 2 ? 'before' : 'after'
}
