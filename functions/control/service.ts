import contract from '../../contracts/control.ts';
import { defineService } from '../_kit/implement.ts';
import { addClient, changeClient, deleteClient, listClients, replaceClient, showClient } from './clients.ts';
import { exportWorkspace } from './export.ts';
import { addFault, clearFaults, deleteFault, listFaults } from './faults.ts';
import { importWorkspace } from './import.ts';
import { clearJournal, readJournal } from './journal.ts';
import { retireKeys, rotateKeys, showKeys } from './keys.ts';
import { addPerson, changePerson, deletePerson, searchPeople, showPerson } from './people.ts';
import { reset } from './reset.ts';
import { changeSettings, showClock, showSettings } from './settings.ts';

export default defineService(contract, {
  readSettings: showSettings,
  changeSettings,
  readClock: showClock,
  listClients,
  registerClient: addClient,
  readClient: showClient,
  replaceClient,
  changeClient,
  deleteClient,
  searchPeople,
  addPerson,
  readPerson: showPerson,
  changePerson,
  deletePerson,
  readJournal,
  clearJournal,
  listFaults,
  addFault,
  clearFaults,
  deleteFault,
  readKeys: showKeys,
  rotateKeys,
  retireKeys,
  reset,
  exportWorkspace,
  importWorkspace,
});
