// The words of every board, whatever its cards are.
import { catalogue } from './messages.ts'

export const boardMessages = catalogue(
  {
    'base.board.move_to': 'Move to',
    'base.board.step': 'Go to another card (arrows)',
    'base.board.move_right': 'Take the card to the next or previous column',
    'base.board.move_down': 'Take the card down or up',
  },
  {
    'base.board.move_to': '移动到',
    'base.board.step': '用方向键选择卡片',
    'base.board.move_right': '将卡片移到右侧或左侧的列',
    'base.board.move_down': '将卡片下移或上移',
  },
)
