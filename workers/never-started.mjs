// Stands in for the worker that SQLite's package offers: nothing starts it, and the bundler cannot follow its file names.
export {};
