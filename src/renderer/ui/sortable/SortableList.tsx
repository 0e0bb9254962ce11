// A list of a sortable area. What is dropped below its last item comes to stand at its end.
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useSortable } from './sortable-context.ts'
import classes from './Sortable.module.css'

interface SortableListProps {
  readonly id: string
  readonly label: string
  /** Side by side in so many columns. */
  readonly columns?: 1 | 2
  readonly children: ReactNode
}

export function SortableList({ id, label, columns = 1, children }: SortableListProps) {
  const { areaId, move } = useSortable()
  const list = useRef<HTMLUListElement>(null)
  const [isOver, setIsOver] = useState(false)
  const drop = useEffectEvent((itemId: string) => move(itemId, id, null))

  useEffect(() => {
    const element = list.current
    if (!element) return undefined
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data['areaId'] === areaId,
      // Only where no item is under the pointer.
      onDrag: ({ location }) => setIsOver(location.current.dropTargets[0]?.element === element),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ location, source }) => {
        setIsOver(false)
        if (location.current.dropTargets[0]?.element === element) drop(String(source.data['itemId']))
      },
    })
  }, [areaId])

  return (
    <ul ref={list} aria-label={label} className={classes['list']} data-columns={columns} data-over={isOver || undefined}>
      {children}
    </ul>
  )
}
