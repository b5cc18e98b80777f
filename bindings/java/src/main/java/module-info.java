/** What temporary measures did to the legal status of foreign citizens, from cited law. */
module org.statusrules {
    exports org.statusrules;
}
