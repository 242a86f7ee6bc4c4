import contract from '../../contracts/console.ts';
import { defineService } from '../_kit/implement.ts';
import { asset } from './asset.ts';
import { createOnPage, home, workspacePage } from './home.ts';
import { createWorkspace, deleteWorkspace, readWorkspace } from './workspaces.ts';

export default defineService(contract, {
  home,
  createOnPage,
  workspacePage,
  asset,
  createWorkspace,
  readWorkspace,
  deleteWorkspace,
});
