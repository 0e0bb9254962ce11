// The record beside the list, kept in the address: `?peek=<id>`; `?peek=` is an open panel that follows the keyboard.
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
