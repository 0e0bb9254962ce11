// The record beside the list, kept in the address: `?peek=<id>`; `?peek=` is an open panel that follows the keyboard.
import { useEffect, useRef } from 'react'
import { useAddress } from '#renderer/ui/use-address.ts'

export interface Peek {
  readonly isOpen: boolean
  readonly id: string | null
  readonly show: (id: string) => void
  readonly close: () => void
  readonly toggle: () => void
}

export const usePeek = (): Peek => {
  const address = useAddress()
  const id = address.get('peek')
  const close = () => address.set({ peek: null })
  return {
    isOpen: id !== null,
    id: id === '' ? null : id,
    show: (next) => address.set({ peek: next }),
    close,
    toggle: () => (id === null ? address.set({ peek: '' }) : close()),
  }
}

/** Keys that are held down go by without each record being shown. */
const BEHIND_MS = 60

/** The panel follows the keyboard. What the address names stays until the keyboard moves. */
export const usePeekFollow = (peek: Peek | null, currentId: string | null): void => {
  const followed = useRef<string | null>(null)
  const isOpen = peek?.isOpen ?? false
  useEffect(() => {
    if (currentId === null) return undefined
    const isFirst = followed.current === null
    const hasMoved = followed.current !== currentId
    followed.current = currentId
    if (!peek || !isOpen || peek.id === currentId || (peek.id !== null && (isFirst || !hasMoved))) return undefined
    const timer = setTimeout(() => peek.show(currentId), BEHIND_MS)
    return () => {
      clearTimeout(timer)
      followed.current = isFirst ? null : ''
    }
  }, [currentId, isOpen, peek])
}
