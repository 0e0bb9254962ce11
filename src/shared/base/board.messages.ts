// The words of every board, whatever its cards are.
import { catalogue } from './messages.ts'

export const boardMessages = catalogue(
  {
    'base.board.move_to': 'Move to',
    'base.board.step': 'Go to another card',
    'base.board.move_right': 'Take the card right or left',
    'base.board.move_down': 'Take the card down or up',
  },
  {
    'base.board.move_to': '移动到',
    'base.board.step': '选择其他卡片',
    'base.board.move_right': '将卡片右移或左移',
    'base.board.move_down': '将卡片下移或上移',
  },
)
