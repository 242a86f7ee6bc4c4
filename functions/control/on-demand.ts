// What few calls need, in one file of the bundle. Settings, the clock and the journal are asked all the time.

export {
  addClient as registerClient,
  changeClient,
  deleteClient,
  listClients,
  replaceClient,
  showClient as readClient,
} from './clients.ts';
export { exportWorkspace } from './export.ts';
export { addFault, clearFaults, deleteFault, listFaults } from './faults.ts';
export { importWorkspace } from './import.ts';
export { retireKeys, rotateKeys, showKeys as readKeys } from './keys.ts';
export { addPerson, changePerson, deletePerson, searchPeople, showPerson as readPerson } from './people.ts';
export { reset } from './reset.ts';
