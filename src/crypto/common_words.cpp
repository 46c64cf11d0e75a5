// Written by hand for this purpose: what people reach for first. It is short on purpose; words
// that are missing here are recognised by their sound in passphrase_strength.cpp.
#include "common_words.hpp"

namespace pairbook::crypto {

namespace {

// clang-format off
constexpr std::string_view passwords[] = {
    "password", "123456", "123456789", "12345678", "12345", "qwerty", "abc123", "111111",
    "letmein", "welcome", "monkey", "dragon", "iloveyou", "admin", "login", "master",
    "sunshine", "princess", "football", "baseball", "shadow", "superman", "batman",
    "trustno1", "hello", "freedom", "whatever", "qwertyuiop", "starwars", "passw0rd",
    "secret", "password1", "welcome1", "changeme", "default", "guest", "root", "test",
    "testing", "access", "flower", "cheese", "computer", "internet", "michael", "jordan",
    "hunter", "ranger", "buster", "soccer", "hockey", "killer", "george", "charlie", "andrew",
    "thomas", "jessica", "ashley", "nicole", "daniel", "matthew", "joshua", "robert",
    "summer", "winter", "spring", "autumn", "pepper", "ginger", "cookie", "chocolate",
    "banana", "orange", "purple", "silver", "golden", "diamond", "mustang", "ferrari",
    "mercedes", "porsche", "corvette", "arsenal", "chelsea", "liverpool", "barcelona",
    "juventus", "realmadrid", "manchester", "london", "paris", "berlin", "madrid", "america",
    "canada", "england", "germany", "france", "india", "passwort", "motdepasse", "contrasena",
    "senha", "haslo", "hallo", "bonjour", "hola", "ciao", "schatz", "azerty", "qwertz",
    "zaq12wsx", "1q2w3e4r", "1qaz2wsx", "asdfgh", "zxcvbn", "asdfghjkl", "zxcvbnm",
    "letmein1", "administrator", "mentor", "mentee", "mentoring", "pairbook", "programme",
    "coordinator", "volunteer", "charity", "nonprofit", "loveyou", "lovely", "jesus",
    "christ", "angel", "angels", "blessed", "heaven", "family", "mother", "father", "sister",
    "brother", "friend", "friends", "forever", "happy", "smile", "lucky", "money", "magic",
    "matrix", "merlin", "phoenix", "tigger", "samsung", "google", "facebook", "instagram",
    "windows", "microsoft", "apple", "android", "iphone", "pokemon", "naruto", "minecraft",
    "fortnite", "blink182", "metallica", "nirvana", "eminem", "beatles",
};

constexpr std::string_view words[] = {
    "ali", "all", "ama", "and", "ant", "ape", "are", "ash", "bad", "bat", "bee", "ben", "big",
    "box", "boy", "bus", "but", "can", "car", "cat", "cup", "day", "did", "dog", "egg", "elm",
    "for", "fox", "get", "has", "hat", "her", "him", "his", "hot", "how", "ice", "its", "jam",
    "key", "kim", "lee", "leo", "let", "man", "map", "max", "new", "not", "now", "oak", "old",
    "one", "our", "out", "owl", "pen", "pie", "put", "red", "sam", "say", "sea", "see", "she",
    "sky", "sun", "tea", "the", "tom", "too", "toy", "two", "use", "was", "way", "wei", "who",
    "you", "adam", "anna", "asia", "aunt", "baby", "bear", "best", "bird", "blue", "busy",
    "chen", "city", "crow", "deer", "door", "duck", "east", "emma", "fern", "fire", "fish",
    "fork", "frog", "gate", "gift", "goat", "good", "grey", "grow", "hana", "hawk", "hill",
    "home", "iron", "jack", "john", "jose", "juan", "july", "june", "kind", "king", "kofi",
    "lake", "last", "lazy", "leaf", "left", "lily", "lion", "lisa", "love", "lucy", "luis",
    "mark", "mary", "mole", "moon", "moss", "moth", "omar", "open", "over", "park", "path",
    "paul", "pink", "poem", "pond", "rain", "road", "rock", "rome", "roof", "room", "root",
    "rope", "rose", "ruby", "sand", "seal", "seed", "silk", "snow", "star", "stop", "swan",
    "toad", "town", "tran", "tree", "wall", "wang", "west", "wind", "wolf", "wood", "worm",
    "yuki", "above", "after", "again", "ahmed", "aisha", "alice", "amara", "amina", "angel",
    "apple", "april", "arjun", "attic", "beach", "begin", "below", "berry", "betty", "black",
    "brave", "bread", "brian", "brown", "cairo", "camel", "candy", "chair", "chidi", "child",
    "china", "chloe", "clean", "clear", "clock", "close", "cloud", "couch", "crazy", "cream",
    "dance", "david", "delhi", "devil", "diego", "dream", "drums", "eagle", "early", "earth",
    "emily", "first", "fresh", "funny", "ghost", "glass", "grace", "grape", "great", "green",
    "happy", "harry", "heart", "heavy", "hello", "honey", "horse", "house", "india", "italy",
    "james", "japan", "julia", "karen", "kenji", "kevin", "knife", "kwame", "lagos", "large",
    "later", "laura", "layla", "learn", "lemon", "light", "linda", "magic", "mango", "march",
    "maria", "maybe", "melon", "money", "mouse", "movie", "music", "nancy", "never", "ngozi",
    "night", "north", "novel", "nurse", "ocean", "onion", "oscar", "panda", "paper", "paris",
    "party", "pasta", "peace", "peach", "pearl", "pedro", "peter", "phone", "piano", "pizza",
    "plane", "plate", "priya", "queen", "quick", "quiet", "radio", "rahul", "raven", "ready",
    "right", "river", "robin", "rugby", "sarah", "sauce", "scarf", "shark", "sharp", "sheep",
    "shirt", "shoes", "simon", "sipho", "skill", "small", "smart", "snake", "socks", "sofia",
    "south", "space", "spain", "spoon", "start", "steel", "stone", "storm", "story", "sugar",
    "susan", "sweet", "table", "teach", "thank", "tiger", "today", "tokyo", "train", "truck",
    "trust", "uncle", "under", "value", "wales", "watch", "water", "whale", "wheel", "white",
    "witch", "woman", "women", "world", "worse", "wrong", "zebra", "zhang", "africa",
    "always", "amelia", "andrew", "anjali", "ashley", "august", "autumn", "banana", "basket",
    "before", "berlin", "better", "bottle", "brazil", "bridge", "bucket", "burger", "butter",
    "button", "camera", "camila", "candle", "career", "carlos", "carrot", "castle", "cellar",
    "change", "cheese", "cherry", "coffee", "cookie", "copper", "cotton", "cousin", "daniel",
    "desert", "doctor", "donkey", "dragon", "dublin", "during", "easter", "edward", "engine",
    "europe", "family", "famous", "father", "fatima", "finish", "flower", "forest", "france",
    "friday", "friend", "future", "garage", "garden", "garlic", "gentle", "george", "gloves",
    "golden", "guitar", "hammer", "hassan", "heaven", "hidden", "hockey", "honest", "inside",
    "island", "jacket", "joseph", "joshua", "kettle", "knight", "ladder", "lawyer", "leader",
    "letter", "lisbon", "little", "london", "madrid", "market", "martin", "mentee", "mentor",
    "mexico", "mirror", "monday", "monkey", "moscow", "mother", "museum", "nguyen", "office",
    "oliver", "olivia", "orange", "pencil", "people", "pepper", "person", "pigeon", "pillow",
    "planet", "please", "pocket", "polite", "potato", "prague", "prince", "public", "purple",
    "rabbit", "robert", "rocket", "sakura", "sandra", "school", "secret", "secure", "shadow",
    "silver", "simple", "sister", "smooth", "soccer", "sophie", "spider", "spring", "staple",
    "steady", "steven", "street", "strong", "summer", "sunday", "tennis", "thandi", "thanks",
    "thomas", "tomato", "travel", "turtle", "valley", "vienna", "violin", "vision", "window",
    "winter", "within", "wizard", "worker", "yellow", "zainab", "zipper", "america",
    "another", "anthony", "balcony", "battery", "because", "bedroom", "between", "bicycle",
    "blanket", "brother", "charles", "company", "cooking", "correct", "country", "cricket",
    "crystal", "cycling", "diamond", "drawing", "emerald", "england", "evening", "feather",
    "germany", "holiday", "ireland", "january", "jessica", "kitchen", "lantern", "leather",
    "library", "manager", "matthew", "meeting", "michael", "morning", "nairobi", "october",
    "outside", "plastic", "present", "private", "project", "rainbow", "reading", "respect",
    "richard", "running", "serious", "student", "success", "teacher", "theatre", "through",
    "thunder", "tuesday", "village", "walking", "wedding", "weekend", "william", "without",
    "writing", "baseball", "bathroom", "birthday", "children", "december", "engineer",
    "february", "football", "isabella", "jennifer", "mohammed", "mountain", "november",
    "painting", "patricia", "saturday", "scotland", "sunshine", "swimming", "thursday",
    "tomorrow", "trousers", "christmas", "elizabeth", "september", "valentina", "wednesday",
    "yesterday", "basketball",
};
// clang-format on

}  // namespace

std::span<const std::string_view> common_passwords() {
  return passwords;
}

std::span<const std::string_view> common_words() {
  return words;
}

}  // namespace pairbook::crypto
