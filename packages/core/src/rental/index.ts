export * from "./allocateDevices.js";
export * from "./rentalEntry.js";
export { checkRentals, postRental, type RentalLedger } from "./rentalLedger.js";
export { type RentalDue, type RentalQuestion, type RentalStock, rentalDueOn, rentalStock, rentalsDue } from "./rentalStock.js";
export * from "./settleRental.js";
