/** All of the console, which loads as one: whoever needs a part of it needs the rest soon. */
export { AccountPage } from './AccountPage';
export { ConsoleEntrance } from './Entrance';
export { ConsoleShell } from './ConsoleShell';
export { HomePage } from './HomePage';
export { MomentsPage } from './MomentsPage';
