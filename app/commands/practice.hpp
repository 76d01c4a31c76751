// `ryadom practice …`: packages on the command line. Status 0: done, and nothing wrong; 1: refused, or different.
#pragma once

#include <string>
#include <vector>

namespace ryadom::app {

enum class PracticeAction {
    check,    ///< DIR or FILE: say what is wrong; `complete`: also what is missing
    pack,     ///< DIR [FILE]: write the archive, signed with `key` if there is one; print its digest
    install,  ///< DIR or FILE: into the database; `dry_run`: only say what would change
    diff,     ///< A B: say what differs between two folders or archives
    keygen,   ///< FILE: a new key in FILE, its public half in FILE.pub
    sign,     ///< FILE KEY: sign an archive
    trust,    ///< FILE.pub: trust a publisher, called `title`
    list      ///< what is in the bank
};

struct PracticeArguments {
    std::string location;            ///< of the database; only install, trust and list open it
    std::vector<std::string> paths;  ///< as the action wants them
    std::string key;                 ///< pack: file of the key to sign with; empty: unsigned
    std::string title;               ///< trust: whose key it is; empty: the name of the file
    bool complete = false;
    bool dry_run = false;
    bool accept_unsigned = false;    ///< install: without the signature of a trusted key
    bool add_codes = false;          ///< install: add codes that the region does not know
};

/// In the language of LC_ALL, LC_MESSAGES or LANG; English when it is none of ours.
int practice_command(PracticeAction action, const PracticeArguments& arguments);

}  // namespace ryadom::app
