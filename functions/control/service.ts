import contract from '../../contracts/control.ts';
import '../_kit/fault-counts.ts';
import { defineService } from '../_kit/implement.ts';
import { later } from '../_kit/later.ts';
import { clearJournal, readJournal } from './journal.ts';
import { changeSettings, showClock, showSettings } from './settings.ts';

export default defineService(contract, {
  readSettings: showSettings,
  changeSettings,
  readClock: showClock,
  readJournal,
  clearJournal,
  ...later(
    () => import('./on-demand.ts'),
    ...(['listClients', 'registerClient', 'readClient', 'replaceClient'] as const),
    ...(['changeClient', 'deleteClient'] as const),
    ...(['searchPeople', 'addPerson', 'readPerson', 'changePerson', 'deletePerson'] as const),
    ...(['listFaults', 'addFault', 'clearFaults', 'deleteFault'] as const),
    ...(['readKeys', 'rotateKeys', 'retireKeys'] as const),
    ...(['reset', 'exportWorkspace', 'importWorkspace'] as const),
  ),
});
