// What a camera writes into a picture beside the picture: place, time, device, owner, a small copy from before it was cut.
#pragma once

#include "platform/core/refusal.hpp"

#include <string>
#include <string_view>

namespace ryadom::files {

/// The content without such data; `type` is what content_type() says of it. A JPEG keeps the way it is turned and no profile of
/// colours, PNG and WebP keep theirs; what stands behind the end of a picture goes. Contents that are no picture come back as
/// they are.
/// Refuses with files.picture_broken what cannot be read to the end of the picture, and with files.picture_heic what this
/// server cannot take such data out of. Pure; hash what it returns.
Checked<std::string> without_metadata(std::string_view content, std::string_view type);

}  // namespace ryadom::files
