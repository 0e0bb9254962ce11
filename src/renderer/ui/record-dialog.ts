// Which dialog is open in front of a record. It stands in the address, so that a record's menu can open what another feature shows.
import { useAddress } from './use-address.ts'

export type RecordDialog = 'call' | 'plan' | 'template'

const NAME = 'open'

interface OpenDialog {
  readonly current: string | null
  readonly show: (dialog: RecordDialog) => void
  readonly close: () => void
}

export const useRecordDialog = (): OpenDialog => {
  const address = useAddress()
  return {
    current: address.get(NAME),
    show: (dialog) => address.set({ [NAME]: dialog }),
    close: () => address.set({ [NAME]: null }),
  }
}
